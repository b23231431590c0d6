import type { Page } from '@playwright/test'
import { fresh } from './api.ts'
import { expect, test } from './person.ts'

/** For the first screen, compressed as nginx sends it. */
const BUDGET_BYTES = 150 * 1024

test('the first screens load little JavaScript', async ({ arrive }) => {
  const ada = await arrive({ serviceWorkers: 'block' })
  const entry = await weight(ada.page)
  expect(entry).toBeGreaterThan(10_000)
  expect(entry).toBeLessThan(BUDGET_BYTES)
  expect(await scripts(ada.page)).not.toContainEqual(expect.stringContaining('/chat-'))

  await ada.signUp()
  await ada.createChannel(fresh('weight'))
  // where no pointer lies: what a hint or a menu needs comes with the first movement
  const page = await ada.page.context().newPage()
  await page.goto(ada.page.url())
  await expect(page.getByRole('textbox', { name: /^Message / })).toBeVisible()
  const chat = await weight(page)
  expect(chat).toBeGreaterThan(entry)
  expect(chat).toBeLessThan(BUDGET_BYTES)
})

/** Bytes as they were sent, of all scripts but Markdown, which is fetched when the first screen stands. */
async function weight(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle')
  return page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter((entry) => entry.name.endsWith('.js') && !entry.name.includes('MarkdownText'))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  )
}

function scripts(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name))
}
