import AxeBuilder from '@axe-core/playwright'
import { fresh } from './api.ts'
import { expect, test } from './person.ts'

test('one sets up the sidebar, and it stays so', async ({ arrive }) => {
  const ada = await arrive()
  await ada.signUp()
  const channel = fresh('tidy')
  await ada.createChannel(channel)
  const row = ada.page.getByRole('link', { name: channel })
  await row.click({ button: 'right' })
  await ada.page.getByRole('menuitem', { name: 'Add to favourites' }).click()
  const favourites = ada.page.getByRole('region', { name: 'Favourites' })
  await expect(favourites.getByRole('link', { name: channel })).toBeVisible()
  const edge = ada.page.getByRole('separator', { name: 'Width of the sidebar' })
  await edge.focus()
  await edge.press('End')
  await expect(edge).toHaveAttribute('aria-valuenow', '320')

  await ada.page.reload()
  await expect(favourites.getByRole('link', { name: channel })).toBeVisible()
  await expect(edge).toHaveAttribute('aria-valuenow', '320')
})

for (const theme of ['Light', 'Dark'] as const) {
  test(`the settings can be read by everybody, ${theme} and in high contrast`, async ({ arrive }) => {
    const ada = await arrive()
    await ada.signUp()
    await ada.chooseOfAccount('Settings')
    const dialog = ada.page.getByRole('dialog', { name: 'Settings' })
    await dialog.getByText(theme, { exact: true }).click()
    expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([])
    await dialog.getByText('High', { exact: true }).click()
    await expect(ada.page.locator('html')).toHaveAttribute('data-contrast', 'more')
    expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([])
    await ada.page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(ada.account).toBeFocused()
    await ada.page.keyboard.press('?')
    await expect(dialog.getByText('Show all keys')).toBeVisible()
  })
}
