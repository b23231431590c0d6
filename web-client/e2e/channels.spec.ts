import { Caller, fresh } from './api.ts'
import { expect, test } from './person.ts'

test('a private channel is opened with somebody, who gets a role and is banned in the end', async ({
  arrive,
}) => {
  const ada = await arrive()
  const bob = await arrive({ viewport: { width: 390, height: 800 } })
  await ada.signUp()
  await bob.signUp()
  const lobby = fresh('lobby')
  await ada.createChannel(lobby)

  const den = fresh('den')
  await ada.page.getByRole('button', { name: 'New channel' }).click()
  await ada.page.getByRole('radio', { name: /Private/ }).check()
  await ada.page.getByRole('textbox', { name: 'Name' }).fill(lobby)
  await expect(ada.page.getByRole('alert')).toContainText('There is a channel of this name')
  await ada.page.getByRole('textbox', { name: 'Name' }).fill(den)
  // somebody with whom no channel is shared yet
  await ada.page.getByRole('combobox', { name: /Invite people/ }).fill(bob.username)
  await ada.page.getByRole('option', { name: bob.username }).click()
  await ada.page.getByRole('button', { name: 'Create channel' }).click()
  await expect(ada.page.getByRole('heading', { level: 1, name: den })).toBeVisible()

  await bob.page.getByRole('button', { name: 'Browse channels' }).click()
  await bob.page.getByRole('searchbox', { name: 'Find by name or topic' }).fill(lobby)
  await bob.page.getByRole('button', { name: `Join ${lobby}` }).click()
  await bob.page.getByRole('link', { name: lobby }).click()
  await expect(bob.composer).toBeVisible()
  await bob.page.getByRole('link', { name: 'All channels' }).click()
  await bob.find(den)
  await bob.page.getByRole('button', { name: '2 members' }).click()
  await expect(bob.page.getByRole('listitem').filter({ hasText: '(you)' })).toBeVisible()
  await expect(bob.page.getByRole('button', { name: `Manage ${ada.username}` })).toHaveCount(0)

  await ada.page.getByRole('button', { name: '2 members' }).click()
  // oneself and the other are both there
  await expect(
    ada.page.getByRole('region', { name: '2 members' }).getByText('online', { exact: true }),
  ).toHaveCount(2)
  await ada.page.getByRole('button', { name: `Manage ${bob.username}` }).click()
  await ada.page.getByRole('menuitemcheckbox', { name: 'Moderator' }).click()
  await expect(bob.page.getByRole('listitem').filter({ hasText: '(you)' })).toContainText('Moderator')
  await expect(bob.page.getByRole('tab', { name: 'Banned' })).toBeVisible()

  await ada.page.getByRole('button', { name: `Manage ${bob.username}` }).click()
  await ada.page.getByRole('menuitem', { name: 'Ban from channel…' }).click()
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Ban' }).click()
  await expect(bob.page.getByRole('alert')).toContainText(`${ada.username} banned you from ${den}`)
  await ada.page.getByRole('tab', { name: 'Banned' }).click()
  await ada.page.getByRole('button', { name: `Lift the ban of ${bob.username}` }).click()
  await expect(ada.page.getByText('Nobody is banned from this channel.')).toBeVisible()
})

test('a channel is described, archived and opened again, and its last owner stays', async ({
  arrive,
  request,
}) => {
  const ada = await arrive({ viewport: { width: 390, height: 800 } })
  await ada.signUp()
  const name = fresh('plans')
  await ada.createChannel(name)
  const reader = await Caller.register(request)
  const { pathname } = new URL(ada.page.url())
  await reader.act('PUT', pathname.replace('/c/', ''), 'members/me')

  await ada.page.getByRole('button', { name: 'Channel details' }).click()
  await ada.page.getByRole('button', { name: 'Change the description' }).click()
  await ada.page.getByRole('textbox', { name: 'Description' }).fill('See https://example.org/plans')
  await ada.page.getByRole('button', { name: 'Save' }).click()
  await expect(ada.page.getByRole('link', { name: 'https://example.org/plans' })).toBeVisible()

  await ada.page.getByRole('button', { name: 'Leave the channel' }).click()
  const dialog = ada.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('somebody else an owner first')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await ada.page.getByRole('button', { name: 'Archive the channel' }).click()
  await dialog.getByRole('button', { name: 'Archive' }).click()
  await expect(ada.page.getByRole('button', { name: 'Open the channel again' })).toBeVisible()
  await expect(ada.page.getByRole('button', { name: 'Change the description' })).toHaveCount(0)
  await ada.page.getByRole('button', { name: 'Open the channel again' }).click()
  await dialog.getByRole('button', { name: 'Open again' }).click()
  await expect(ada.page.getByRole('button', { name: 'Archive the channel' })).toBeVisible()
})
