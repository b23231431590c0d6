import AxeBuilder from '@axe-core/playwright'
import { fresh } from './api.ts'
import { expect, test } from './person.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nobody is kept out, ${colorScheme}`, async ({ arrive }) => {
    const ada = await arrive({ colorScheme })
    await expect(ada.page.getByRole('main')).toBeVisible()
    expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([])
    await ada.signUp()
    await ada.createChannel(fresh('access'))
    await ada.say('Hello **there**, see https://example.org')
    // confirmed: until then another row shows it
    await expect(ada.timeline.locator('[data-message-id]').filter({ hasText: 'Hello there' })).toBeVisible()
    await ada.message('Hello there').hover()
    await ada.page.getByRole('button', { name: 'React with 👍' }).click()
    await expect(ada.page.getByRole('button', { name: '👍, 1 reaction' })).toBeVisible()
    await ada.page.getByRole('button', { name: 'Search messages' }).first().click()
    expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([])
  })
}

test('on a phone there is one pane, and everything can be reached', async ({ arrive }) => {
  const ada = await arrive({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true })
  await ada.signUp()
  const channel = fresh('phone')
  await ada.createChannel(channel)
  await ada.say('Hello')
  await expect(ada.message('Hello')).toBeVisible()
  await expect(ada.page.getByRole('navigation', { name: 'Channels' })).toBeHidden()
  expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([])
  await ada.page.getByRole('link', { name: 'All channels' }).click()
  await expect(ada.page.getByRole('navigation', { name: 'Channels' })).toBeVisible()
  await expect(ada.timeline).toBeHidden()
})

test('a channel can be used with the keyboard alone', async ({ arrive }) => {
  const ada = await arrive()
  await ada.signUp()
  const first = fresh('first')
  await ada.createChannel(first)
  await ada.createChannel(fresh('keys'))
  await ada.say('One')
  await ada.say('Two')
  // confirmed: until then another row shows it
  await expect(ada.timeline.locator('[data-message-id]').filter({ hasText: 'Two' })).toBeVisible()
  await ada.timeline.focus()
  await ada.page.keyboard.press('ArrowUp')
  await expect(ada.message('Two')).toBeFocused()
  await ada.page.keyboard.press('ArrowUp')
  await expect(ada.message('One')).toBeFocused()
  await ada.page.keyboard.press('Tab')
  // the author's card comes first, then what can be done
  await ada.page.keyboard.press('Tab')
  await expect(ada.message('One').getByRole('button', { name: 'React with 👍' })).toBeFocused()
  await ada.page.keyboard.press('Control+k')
  const palette = ada.page.getByRole('combobox')
  await expect(palette).toBeFocused()
  await palette.fill(first)
  await expect(ada.page.getByRole('option').first()).toContainText(first)
  await palette.press('Enter')
  await expect(ada.page.getByRole('heading', { level: 1, name: first })).toBeVisible()
})
