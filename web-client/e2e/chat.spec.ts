import { fresh } from './api.ts'
import { expect, test } from './person.ts'

test('two people talk, live and both ways', async ({ arrive }) => {
  const ada = await arrive()
  const bob = await arrive()
  await ada.signUp()
  await bob.signUp()
  const channel = fresh('talk')
  await ada.createChannel(channel)
  await ada.say('Hello, is anybody there?')
  await expect(ada.message('Hello, is anybody there?')).toBeVisible()

  await bob.page.reload()
  await bob.join(channel)
  await expect(bob.message('Hello, is anybody there?')).toContainText(ada.username)
  await bob.say('I am!')
  await expect(ada.message('I am!')).toContainText(bob.username)
  await ada.say('Good.')
  await expect(bob.message('Good.')).toBeVisible()

  for (const person of [ada, bob]) {
    await expect(person.timeline.getByRole('article')).toHaveCount(3)
    await expect(person.page.getByText('Sending…')).toHaveCount(0)
  }
})

test('edits, reactions, replies and deletions are seen by the other', async ({ arrive }) => {
  const ada = await arrive()
  const bob = await arrive()
  await ada.signUp()
  await bob.signUp()
  const channel = fresh('change')
  await ada.createChannel(channel)
  await ada.say('Lunch at noon')
  await bob.page.reload()
  await bob.join(channel)

  await ada.composer.press('ArrowUp')
  const edit = ada.page.getByRole('textbox', { name: 'Edit message' })
  await edit.fill('Lunch at one')
  await edit.press('Enter')
  await expect(bob.message('Lunch at one')).toContainText(/\(edited .+\)/)

  await bob.message('Lunch at one').hover()
  await bob.page.getByRole('button', { name: 'React with 👍' }).click()
  await expect(ada.page.getByRole('button', { name: '👍, 1 reaction' })).toBeVisible()

  await bob.message('Lunch at one').hover()
  await bob.page.getByRole('button', { name: 'Reply', exact: true }).click()
  await bob.say('Fine with me')
  await expect(ada.message('Fine with me')).toContainText('Lunch at one')

  const first = ada.timeline.getByRole('article').first()
  await first.hover()
  await first.getByRole('button', { name: 'More actions' }).click()
  await ada.page.getByRole('menuitem', { name: 'Delete' }).click()
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(bob.message('This message was deleted.')).toBeVisible()
})

test('what is unread is counted, and read when it is looked at', async ({ arrive }) => {
  const ada = await arrive()
  const bob = await arrive()
  await ada.signUp()
  await bob.signUp()
  const channel = fresh('badge')
  await ada.createChannel(channel)
  await bob.page.reload()
  await bob.join(channel)
  await bob.createChannel(fresh('elsewhere'))

  await ada.say('one')
  await ada.say('two')
  await bob.page.getByRole('searchbox', { name: 'Find a channel' }).fill('')
  const link = bob.page.getByRole('link', { name: channel })
  await expect(link).toContainText('2 unread messages')
  await link.click()
  await expect(bob.timeline.getByText('New', { exact: true })).toBeVisible()
  await expect(link).not.toContainText('unread')
  await bob.page.reload()
  await expect(bob.message('two')).toBeVisible()
  await expect(link).not.toContainText('unread')
})

test('what people write stays text', async ({ arrive }) => {
  const ada = await arrive()
  await ada.signUp()
  await ada.createChannel(fresh('naughty'))
  await ada.say(
    '<img src=x onerror="alert(1)"> [link](javascript:alert(1)) ![pixel](https://tracker.example/p.png)',
  )
  const message = ada.message('<img src=x onerror="alert(1)">')
  await expect(message).toBeVisible()
  await expect(message.locator('img')).toHaveCount(0)
  await expect(message.getByRole('link')).toHaveText(['pixel'])
})
