import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { fresh, PASSWORD } from './api.ts'

/** Somebody with a browser of their own. */
export class Person {
  private constructor(
    readonly page: Page,
    readonly username: string,
    /** What the browser complained about; a content security policy that is violated is told here. */
    readonly complaints: string[],
  ) {}

  static async arrive(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
    const page = await (await browser.newContext(options)).newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (
        message.type() === 'error' &&
        /Content Security Policy|Uncaught|React|could not be/.test(message.text())
      ) {
        complaints.push(message.text())
      }
    })
    await page.goto('/')
    return new Person(page, fresh('person'), complaints)
  }

  async signUp(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create an account' }).click()
    await this.page.getByLabel('Username').fill(this.username)
    await this.page.getByLabel('Password').fill(PASSWORD)
    await this.page.getByRole('button', { name: 'Create account' }).click()
    await expect(this.account).toBeVisible()
  }

  async createChannel(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New channel' }).click()
    await this.page.getByLabel('Name', { exact: true }).fill(name)
    await this.page.getByRole('button', { name: 'Create channel' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(this.composer).toBeVisible()
  }

  async find(name: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Find a channel' }).fill(name)
    await this.page.getByRole('link', { name }).click()
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  async join(name: string): Promise<void> {
    await this.find(name)
    await this.page.getByRole('button', { name: 'Join channel' }).click()
    await expect(this.composer).toBeVisible()
  }

  async say(body: string): Promise<void> {
    await this.composer.fill(body)
    await this.composer.press('Enter')
  }

  /** The menu of one's own account. */
  get account(): Locator {
    return this.page.getByRole('button', { name: `@${this.username}` })
  }

  async chooseOfAccount(entry: string): Promise<void> {
    await this.account.click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Message / })
  }

  get timeline(): Locator {
    return this.page.getByRole('region', { name: 'Messages', exact: true })
  }

  message(text: string | RegExp): Locator {
    return this.timeline.getByRole('article').filter({ hasText: text })
  }
}

/** `arrive` opens browsers, and no browser may have complained in the end. */
export const test = base.extend<{ arrive: (options?: BrowserContextOptions) => Promise<Person> }>({
  arrive: async ({ browser }, use) => {
    const people: Person[] = []
    await use(async (options) => {
      const person = await Person.arrive(browser, options)
      people.push(person)
      return person
    })
    for (const person of people) {
      expect(person.complaints).toEqual([])
      await person.page.context().close()
    }
  },
})

export { expect }
