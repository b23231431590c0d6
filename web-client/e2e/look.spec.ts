import { Caller, fresh } from './api.ts'
import { expect, test } from './person.ts'

test('look', async ({ arrive, request }) => {
  const ada = await arrive({ viewport: { width: 1280, height: 800 } })
  await ada.signUp()
  const name = fresh('look')
  await ada.createChannel(name)
  const bob = await Caller.register(request, fresh('bob'))
  const id = ada.page.url().split('/c/')[1] ?? ''
  await bob.act('PUT', id, 'members/me')
  await ada.page.getByRole('button', { name: 'Channel details' }).click()
  await ada.page.getByRole('button', { name: 'Change the description' }).click()
  await ada.page
    .getByRole('textbox', { name: 'Description' })
    .fill('For **planning** the party, see https://example.org/party')
  await ada.page.getByRole('button', { name: 'Save' }).click()
  await ada.page.getByRole('button', { name: 'Change the topic' }).click()
  await ada.page.screenshot({ path: '/tmp/chans/details.png' })
  await ada.page.getByRole('textbox', { name: 'Topic' }).fill('Food and music')
  await ada.page.keyboard.press('Enter')
  await ada.page.getByRole('switch', { name: 'Announcements' }).click()
  await expect(ada.page.getByRole('switch', { name: 'Announcements' })).toBeChecked()
  await ada.page.emulateMedia({ colorScheme: 'dark' })
  await ada.page.getByRole('button', { name: 'Leave the channel' }).click()
  await expect(ada.page.getByRole('dialog')).toBeVisible()
  await ada.page.screenshot({ path: '/tmp/chans/leave-dark.png' })
  await ada.page.keyboard.press('Escape')
  await ada.page.setViewportSize({ width: 390, height: 800 })
  await ada.page.screenshot({ path: '/tmp/chans/details-phone.png' })
})
