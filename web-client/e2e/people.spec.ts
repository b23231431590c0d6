import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './person.ts'

test('two people who share nothing find each other and talk, one of them on a phone', async ({ arrive }) => {
  const ada = await arrive()
  const bob = await arrive({ viewport: { width: 390, height: 800 } })
  await ada.signUp()
  await bob.signUp()

  await ada.page.getByRole('button', { name: 'New direct message' }).click()
  const dialog = ada.page.getByRole('dialog', { name: 'New direct message' })
  await dialog.getByRole('combobox', { name: 'To' }).fill(bob.username.toUpperCase().slice(0, -1))
  await ada.page.getByRole('option', { name: bob.username }).click()
  expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([])
  await dialog.getByRole('button', { name: 'Start conversation' }).click()
  await expect(ada.page.getByRole('heading', { level: 1, name: bob.username })).toBeVisible()
  await ada.say('Hello Bob')

  const direct = bob.page.getByRole('region', { name: 'Direct messages' })
  await bob.page
    .getByRole('navigation', { name: 'Channels' })
    .getByRole('link', { name: ada.username })
    .click()
  await expect(bob.message('Hello Bob')).toBeVisible()
  await bob.say('Hello Ada')
  await expect(ada.message('Hello Ada')).toBeVisible()
  await bob.page.getByRole('link', { name: 'All channels' }).click()
  await expect(direct.getByRole('link', { name: ada.username })).toBeVisible()

  // from the card one comes to the same conversation
  await ada.page.getByRole('link', { name: 'Home' }).click()
  await ada.page.getByRole('button', { name: 'New direct message' }).click()
  await dialog.getByRole('combobox', { name: 'To' }).fill('nobody-of-this-name')
  await expect(dialog.getByText('Nobody of this name was found.')).toBeVisible()
  await ada.page.keyboard.press('Escape')
  await ada.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await ada.page
    .getByRole('navigation', { name: 'Channels' })
    .getByRole('link', { name: bob.username })
    .click()
  await ada.message('Hello Ada').getByRole('button', { name: bob.username }).click()
  await expect(ada.page.getByRole('dialog', { name: `About ${bob.username}` })).toContainText('online')
  await ada.page.getByRole('button', { name: 'Message', exact: true }).click()
  await expect(ada.message('Hello Bob')).toBeVisible()
})
