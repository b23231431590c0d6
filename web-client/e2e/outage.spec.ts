import type { Page } from '@playwright/test'
import { fresh } from './api.ts'
import { expect, test } from './person.ts'
import { WeakLine } from './weakLine.ts'

test('what is written during an outage is delivered once, in order, after it', async ({
  arrive,
  baseURL,
}) => {
  const line = await WeakLine.to(baseURL ?? '')
  const bob = await arrive()
  await bob.signUp()
  const channel = fresh('outage')
  await bob.createChannel(channel)
  const ada = await arrive({ baseURL: line.url })
  await ada.signUp()
  await ada.join(channel)
  await ada.say('Before')
  await expect(bob.message('Before')).toBeVisible()

  await line.cut()
  await ada.say('First during')
  await ada.say('Second during')
  await expect(ada.message('First during')).toContainText('Sending…')
  await expect(ada.page.getByRole('alert')).toContainText('No connection.')
  await bob.say('Meanwhile')

  await line.mend()
  await ada.page.getByRole('button', { name: 'Try now' }).click()
  for (const person of [ada, bob]) {
    await expect(person.message('Second during')).toBeVisible()
    await expect(person.page.getByText('Sending…')).toHaveCount(0)
    await expect(person.timeline.getByRole('article')).toHaveCount(4)
    const texts = await person.timeline.getByRole('article').allTextContents()
    const order = ['Before', 'Meanwhile', 'First during', 'Second during']
    expect(texts.map((text) => order.find((body) => text.includes(body)))).toEqual(order)
  }
  await expect(ada.page.getByRole('alert')).toHaveCount(0)
  await line.cut()
})

test('a line that breaks again and again loses and doubles nothing', async ({ arrive, baseURL }) => {
  const line = await WeakLine.to(baseURL ?? '')
  const bob = await arrive()
  await bob.signUp()
  const channel = fresh('flaky')
  await bob.createChannel(channel)
  const ada = await arrive({ baseURL: line.url })
  await ada.signUp()
  await ada.join(channel)

  for (let round = 1; round <= 4; round++) {
    await ada.say(`Round ${round} a`)
    await ada.say(`Round ${round} b`)
    await line.cut()
    await ada.say(`Round ${round} c`)
    await line.mend()
    await ada.page.evaluate(() => window.dispatchEvent(new Event('online')))
    await expect(bob.message(`Round ${round} c`)).toBeVisible({ timeout: 30_000 })
  }
  const expected = [1, 2, 3, 4].flatMap((round) => ['a', 'b', 'c'].map((each) => `Round ${round} ${each}`))
  for (const person of [ada, bob]) {
    await expect(person.page.getByText('Sending…')).toHaveCount(0)
    await expect(person.timeline.getByRole('article')).toHaveCount(expected.length)
    const texts = await person.timeline.getByRole('article').allTextContents()
    expect(texts.map((text) => expected.find((body) => text.includes(body)))).toEqual(expected)
  }
  await line.cut()
})

test('a device without a network says so before its socket is missed, and comes back with it', async ({
  arrive,
}) => {
  const ada = await arrive()
  await ada.signUp()
  await ada.createChannel(fresh('cable'))
  const browser = ada.page.context()
  await browser.setOffline(true)
  // a silent socket is noticed after half a minute only
  await expect(ada.page.getByRole('alert')).toContainText('This device is offline.', { timeout: 5_000 })
  await ada.say('Kept')
  await expect(ada.message('Kept')).toContainText('Sending…')
  await browser.setOffline(false)
  await expect(ada.page.getByRole('alert')).toHaveCount(0)
  await expect(ada.page.getByText('Sending…')).toHaveCount(0)
  await expect(ada.message('Kept')).toHaveCount(1)
})

test('the app opens without a server, as it was, and becomes current with it', async ({
  arrive,
  baseURL,
}) => {
  const line = await WeakLine.to(baseURL ?? '')
  const bob = await arrive()
  await bob.signUp()
  const channel = fresh('tunnel')
  await bob.createChannel(channel)
  const ada = await arrive({ baseURL: line.url })
  await ada.signUp()
  await ada.join(channel)
  await bob.say('Worth keeping')
  await bob.say('The last of it')
  await expect(ada.message('The last of it')).toBeVisible()
  const filesAreKept = () =>
    ada.page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
  await expect.poll(filesAreKept).toBe(true)
  await expect.poll(() => keptTimelines(ada.page)).toContain('The last of it')

  await line.cut()
  await ada.page.reload()
  await expect(ada.message('Worth keeping')).toBeVisible()
  await expect(ada.page.getByRole('link', { name: channel })).toBeVisible()
  await expect(ada.page.getByRole('alert')).toContainText('Shown as of')
  await ada.say('Written in the tunnel')
  await expect(ada.message('Written in the tunnel')).toContainText('Sending…')
  await bob.say('Meanwhile')

  await line.mend()
  await ada.page.getByRole('button', { name: 'Try now' }).click()
  await expect(ada.message('Meanwhile')).toBeVisible()
  await expect(bob.message('Written in the tunnel')).toBeVisible()
  await expect(ada.page.getByText('Sending…')).toHaveCount(0)
  await expect(ada.page.getByRole('alert')).toHaveCount(0)
  await expect(ada.message('Written in the tunnel')).toHaveCount(1)
  await line.cut()
})

/** What IndexedDB has of the timelines. */
function keptTimelines(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('tidings-views')
        opening.onsuccess = () => {
          const all = opening.result.transaction('timelines').objectStore('timelines').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(all.result))
          }
        }
      }),
  )
}
