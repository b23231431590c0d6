import { fresh, PASSWORD } from './api.ts'
import { expect, test } from './person.ts'

test('a reload keeps the session, the place and the draft', async ({ arrive }) => {
  const ada = await arrive()
  await ada.signUp()
  const channel = fresh('reload')
  await ada.createChannel(channel)
  await ada.say('Said')
  await expect(ada.message('Said')).toBeVisible()
  await ada.composer.fill('Begun')
  await ada.page.reload()
  await expect(ada.page.getByRole('heading', { level: 1, name: channel })).toBeVisible()
  await expect(ada.message('Said')).toBeVisible()
  await expect(ada.composer).toHaveValue('Begun')
})

test('one signs out and in again, and a wrong password is refused', async ({ arrive }) => {
  const ada = await arrive()
  await ada.signUp()
  await ada.chooseOfAccount('Sign out')
  await ada.page.getByLabel('Username').fill(ada.username)
  await ada.page.getByLabel('Password').fill('something else')
  await ada.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(ada.page.getByRole('alert')).toHaveText('Username or password is wrong.')
  await ada.page.getByLabel('Password').fill(PASSWORD)
  await ada.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(ada.account).toBeVisible()
})

test('a taken username is refused in words', async ({ arrive }) => {
  const ada = await arrive()
  await ada.signUp()
  const eve = await arrive()
  await eve.page.getByRole('button', { name: 'Create an account' }).click()
  await eve.page.getByLabel('Username').fill(ada.username.toUpperCase())
  await eve.page.getByLabel('Password').fill(PASSWORD)
  await eve.page.getByRole('button', { name: 'Create account' }).click()
  await expect(eve.page.getByRole('alert')).toContainText('taken')
})

test('one changes the password, and a wrong one is refused beside its field', async ({ arrive }) => {
  const ada = await arrive()
  await ada.signUp()
  await ada.chooseOfAccount('Change password')
  const dialog = ada.page.getByRole('dialog')
  await dialog.getByLabel('Present password').fill('wrong horse battery')
  await dialog.getByLabel('New password').fill('staple of another colour')
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await expect(dialog.getByLabel('Present password')).toHaveAccessibleDescription(
    'This is not your present password.',
  )
  await dialog.getByLabel('Present password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await expect(dialog).toContainText('Your password is changed.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(ada.account).toBeVisible()
})
