import { fresh } from './api.ts'
import { expect, type Person, test } from './person.ts'

function thread(person: Person) {
  return person.page.getByRole('region', { name: 'Thread', exact: true })
}

test('two people talk in a thread, live on both sides, and find it again', async ({ arrive }) => {
  const ada = await arrive()
  const bob = await arrive({ viewport: { width: 390, height: 844 } })
  await ada.signUp()
  await bob.signUp()
  const channel = fresh('threads')
  await ada.createChannel(channel)
  await ada.say('Where do we eat?')
  await ada.say('And when?')
  await bob.page.reload()
  await bob.join(channel)

  // confirmed: until then another row shows it
  await expect(
    ada.timeline.locator('[data-message-id]').filter({ hasText: 'Where do we eat?' }),
  ).toBeVisible()
  await ada.message('Where do we eat?').hover()
  await ada.message('Where do we eat?').getByRole('button', { name: 'Reply in thread' }).click()
  const answer = ada.page.getByRole('textbox', { name: 'Reply in thread' })
  await expect(answer).toBeFocused()
  await answer.fill('At the harbour')
  await answer.press('Enter')
  await expect(thread(ada).getByRole('article')).toHaveCount(2)

  // a phone shows nothing but the thread
  await bob
    .message('Where do we eat?')
    .getByRole('link', { name: /1 reply/ })
    .click()
  await expect(thread(bob).getByText('At the harbour')).toBeVisible()
  await expect(thread(bob).getByText('Where do we eat?')).toBeVisible()
  await expect(bob.timeline).toBeHidden()
  const bobsAnswer = bob.page.getByRole('textbox', { name: 'Reply in thread' })
  await bobsAnswer.fill('Too windy')
  await bobsAnswer.press('Enter')
  await expect(thread(ada).getByRole('article').filter({ hasText: 'Too windy' })).toContainText(bob.username)
  await expect(ada.message('Where do we eat?').getByRole('link', { name: /2 replies/ })).toBeVisible()

  await answer.fill('I bring')
  await ada.page.reload()
  await expect(thread(ada).getByRole('article')).toHaveCount(3)
  await expect(answer).toHaveValue('I bring')
  await answer.fill('I bring a coat')
  await answer.press('Enter')
  await expect(thread(bob).getByText('I bring a coat')).toBeVisible()

  await thread(bob).getByText('I bring a coat').scrollIntoViewIfNeeded()
  await bob.page.goBack()
  await expect(thread(bob)).toHaveCount(0)
  await expect(bob.timeline).toBeVisible()
  await ada.page.keyboard.press('Escape')
  await expect(thread(ada)).toHaveCount(0)
  await expect(ada.page).toHaveURL(/\/c\/[^/]+$/)
})

test('a message is pinned, its edits are shown, and it is forwarded with a note', async ({ arrive }) => {
  const ada = await arrive()
  await ada.signUp()
  const elsewhere = fresh('elsewhere')
  await ada.createChannel(elsewhere)
  const channel = fresh('kitchen')
  await ada.createChannel(channel)
  await ada.say('Lunch at noon')
  const message = ada.message(/^.*Lunch at/)
  await expect(message).toBeVisible()

  const choose = async (action: string) => {
    await message.hover()
    await message.getByRole('button', { name: 'More actions' }).click()
    await ada.page.getByRole('menuitem', { name: action }).click()
  }

  await choose('Edit')
  const edit = ada.page.getByRole('textbox', { name: 'Edit message' })
  await edit.fill('Lunch at one')
  await edit.press('Enter')
  await message.getByRole('button', { name: /edited/ }).click()
  const history = ada.page.getByRole('dialog', { name: 'Edit history' })
  await expect(history.locator('del')).toHaveText('noon')
  await expect(history.locator('ins')).toHaveText('one')
  await ada.page.keyboard.press('Escape')

  await ada.page.getByRole('button', { name: 'Pinned messages' }).click()
  const pins = ada.page.getByRole('region', { name: 'Pinned', exact: true })
  await expect(pins.getByText('Nothing is pinned yet')).toBeVisible()
  await choose('Pin')
  await expect(pins.getByRole('article')).toContainText('Lunch at one')
  await pins.getByRole('button', { name: 'Unpin' }).click()
  await expect(pins.getByText('Nothing is pinned yet')).toBeVisible()
  await ada.page.getByRole('button', { name: 'Undo' }).click()
  await expect(pins.getByRole('article')).toContainText('Lunch at one')

  await choose('Forward')
  await ada.page.getByRole('combobox', { name: 'To which channel?' }).fill(elsewhere)
  await ada.page.keyboard.press('Enter')
  await ada.page.getByRole('textbox', { name: 'Your note' }).fill('See you there')
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Forward' }).click()
  await ada.page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(ada.message('See you there')).toBeVisible()
  await expect(ada.message('Lunch at one')).toBeVisible()
})
