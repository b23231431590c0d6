import AxeBuilder from '@axe-core/playwright'
import { fresh } from './api.ts'
import { expect, test } from './person.ts'

test('a few letters go anywhere and do anything', async ({ arrive }) => {
  const ada = await arrive()
  await ada.signUp()
  const [first, second] = [fresh('harbour'), fresh('market')]
  await ada.createChannel(first)
  await ada.createChannel(second)

  const palette = ada.page.getByRole('dialog', { name: 'Go to or do' })
  const input = palette.getByRole('combobox')
  await ada.page.keyboard.press('Control+k')
  await expect(palette.getByRole('option').first()).toContainText(first)
  expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([])
  await ada.page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
  await expect(ada.page.getByRole('heading', { level: 1, name: first })).toBeVisible()
  await expect(ada.composer).toBeFocused()

  await ada.page.keyboard.press('Control+k')
  await expect(input).toHaveValue('')
  await input.fill(second.replace('market', 'mrkt'))
  await expect(palette.getByRole('option')).toHaveCount(1)
  await ada.page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await expect(ada.composer).toBeFocused()

  await ada.page.keyboard.press('Control+k')
  await input.fill('dark')
  await ada.page.keyboard.press('Enter')
  await expect(ada.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
