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

  await ada.signUp()
  await ada.createChannel(fresh('weight'))
  await ada.page.reload()
  await expect(ada.composer).toBeVisible()
  const chat = await weight(ada.page)
  expect(chat).toBeGreaterThan(entry)
  expect(chat).toBeLessThan(BUDGET_BYTES)
})

/** Of all scripts but Markdown, which is fetched when the first screen stands. */
function weight(page: Page): Promise<number> {
  return page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter((entry) => entry.name.endsWith('.js') && !entry.name.includes('MarkdownText'))
      .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
  )
}
