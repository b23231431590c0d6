import { gzipSync } from 'node:zlib'
import { fresh } from './api.ts'
import { expect, test } from './person.ts'

/** For the first screen, compressed. */
const BUDGET_BYTES = 150 * 1024

test('the first screens load little JavaScript', async ({ arrive }) => {
  const scripts = new Map<string, number>()
  const ada = await arrive()
  ada.page.on('response', async (response) => {
    const isScript = response.request().resourceType() === 'script'
    if (isScript) scripts.set(new URL(response.url()).pathname, gzipSync(await response.body()).length)
  })
  const weight = () => {
    // Markdown is fetched when the first screen stands
    const first = [...scripts].filter(([path]) => !path.includes('MarkdownText'))
    return first.reduce((sum, [, bytes]) => sum + bytes, 0)
  }
  await ada.page.reload({ waitUntil: 'networkidle' })
  expect(weight()).toBeGreaterThan(10_000)
  expect(weight()).toBeLessThan(BUDGET_BYTES)

  await ada.signUp()
  await ada.createChannel(fresh('weight'))
  await ada.page.reload({ waitUntil: 'networkidle' })
  await expect(ada.composer).toBeVisible()
  expect(weight()).toBeLessThan(BUDGET_BYTES)
})
