import AxeBuilder from '@axe-core/playwright'
import { Caller, fresh } from './api.ts'
import { expect, test } from './person.ts'

test('people react, pin and keep order, and a link to a message says where it leads', async ({
  arrive,
  request,
}) => {
  const owner = await Caller.register(request)
  const channel = await owner.openChannel()
  const ada = await arrive()
  await ada.signUp()
  await ada.join(channel.name)
  const menu = async (text: string, item: string) => {
    await ada.message(text).hover()
    await ada.message(text).getByRole('button', { name: 'More actions' }).click()
    await ada.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  const rude = await owner.say(channel.id, `Hello @${ada.username}, you :tada:`)
  const pinned = await owner.say(channel.id, 'Read this first')
  const mention = ada.message('Hello')
  await expect(mention.locator('.mention-me')).toHaveText(`@${ada.username}`)

  // any emoji, by its name
  await mention.hover()
  await mention.getByRole('button', { name: 'Add reaction' }).click()
  await ada.page.getByRole('searchbox', { name: 'Search emoji' }).fill('rocket')
  await ada.page.getByRole('gridcell', { name: 'rocket', exact: true }).click()
  const rocket = mention.getByRole('button', { name: '🚀, 1 reaction' })
  await expect(rocket).toHaveAttribute('aria-pressed', 'true')
  await rocket.hover()
  await expect(ada.page.locator('[role=tooltip]')).toContainText('You reacted with 🚀')
  expect((await new AxeBuilder({ page: ada.page }).include('main').analyze()).violations).toEqual([])
  await rocket.click()
  await expect(rocket).toHaveCount(0)

  await menu('Read this first', 'Pin to channel')
  await expect(ada.message('Read this first')).toContainText('Pinned')
  await expect(ada.timeline.getByText(/pinned a message/)).toBeVisible()
  await menu('Read this first', 'Unpin from channel')
  await expect(ada.message('Read this first')).not.toContainText('Pinned')

  // who keeps no order deletes nothing of others
  await mention.hover()
  await mention.getByRole('button', { name: 'More actions' }).click()
  await expect(ada.page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible()
  await expect(ada.page.getByRole('menuitem', { name: 'Delete' })).toHaveCount(0)
  await ada.page.keyboard.press('Escape')
  const adaId = await owner.memberId(channel.id, ada.username)
  await owner.act('PUT', channel.id, `members/${adaId}`, { role: 'MODERATOR' })
  await expect(ada.timeline.getByText(/a moderator/)).toBeVisible()
  await menu('Hello', 'Delete')
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(ada.message('This message was deleted.')).toBeVisible()

  const alert = ada.page.getByRole('alert')
  await ada.page.goto(`/c/${channel.id}/m/${rude.id}`)
  await expect(alert).toContainText('was deleted')
  await ada.page.goto(`/c/${channel.id}/m/${pinned.id}`)
  await expect(ada.message('Read this first')).toBeInViewport()
  await expect(alert).toHaveCount(0)
  await ada.page.goto(`/c/${channel.id}/m/01ARZ3NDEKTSV4RRFFQ69G5FAV`)
  await expect(alert).toContainText('is not in this channel')
  await ada.page.getByRole('button', { name: 'Stay in this channel' }).click()
  await expect(alert).toHaveCount(0)
  await expect(ada.message('Read this first')).toBeVisible()
  const hidden = await owner.openChannel(fresh('hidden'), 'PRIVATE')
  const secret = await owner.say(hidden.id, 'Not for you')
  await ada.page.goto(`/c/${hidden.id}/m/${secret.id}`)
  await expect(ada.page.getByText('This link leads to a message that you cannot read.')).toBeVisible()
  await ada.page.getByRole('button', { name: 'To your channels' }).click()
  await expect(ada.page).toHaveURL(/\/$/)
})
