import type { Page } from '@playwright/test'
import { Caller } from './api.ts'
import { expect, test } from './person.ts'

test('a list of channels that comes from behind is made good', async ({ arrive, request }) => {
  const owner = await Caller.register(request)
  const channel = await owner.openChannel()
  await owner.act('PATCH', channel.id, '', { announcement: true })
  const ada = await arrive()
  await ada.signUp()
  await ada.find(channel.name)
  await ada.page.getByRole('button', { name: 'Join channel' }).click()
  await expect(ada.page.getByText('Only moderators write in this channel.')).toBeVisible()
  const adaId = await owner.memberId(channel.id, ada.username)
  await owner.act('PUT', channel.id, `members/${adaId}`, { role: 'MODERATOR' })
  await expect(ada.composer).toBeVisible()

  await listFromBefore(ada.page, channel.id)
  await ada.page.reload()
  await expect(ada.page.getByRole('heading', { level: 1, name: channel.name })).toBeVisible()
  await expect(ada.composer).toBeVisible()
})

test('an answer that was asked for before a ban does not bring the channel back', async ({
  arrive,
  request,
}) => {
  const owner = await Caller.register(request)
  const open = await owner.openChannel()
  const other = await owner.openChannel()
  const ada = await arrive()
  await ada.signUp()
  await ada.find(open.name)
  const answers = await holdChannelAnswers(ada.page)
  await ada.page.getByRole('button', { name: 'Join channel' }).click()
  await expect(ada.composer).toBeVisible()
  const adaId = await owner.memberId(open.id, ada.username)
  await expect.poll(answers.areHeld).toBe(true)
  await owner.act('PUT', open.id, `bans/${adaId}`)
  await expect(ada.page.getByRole('alert')).toContainText('banned')
  await answers.release()

  await ada.find(other.name)
  await ada.page.getByRole('searchbox', { name: 'Find a channel' }).fill(open.name)
  await expect(ada.page.getByText('No channel has this in its name.')).toBeVisible()
})

/** The list knows of one channel all but the last event, by which one became a moderator. */
async function listFromBefore(page: Page, channelId: string): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const { query } = route.request().postDataJSON() as { query: string }
    if (!query.startsWith('query Channels(')) return route.fallback()
    const response = await route.fetch()
    const answer = await response.json()
    for (const { node } of answer.data.channels.edges) {
      if (node.id !== channelId || node.myRole !== 'MODERATOR') continue
      node.myRole = 'MEMBER'
      node.seq--
    }
    return route.fulfill({ response, json: answer })
  })
}

/** Answers about single channels are given by the server at once, and come when they are released. */
async function holdChannelAnswers(
  page: Page,
): Promise<{ areHeld: () => boolean; release: () => Promise<void> }> {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  let isOpen = false
  const arrivals: Promise<void>[] = []
  await page.route('**/graphql', async (route) => {
    const { query } = route.request().postDataJSON() as { query: string }
    if (isOpen || !query.startsWith('query Channel(')) return route.fallback()
    const response = await route.fetch()
    const body = await response.body()
    const arrival = opened.then(() => route.fulfill({ response, body }))
    arrivals.push(arrival)
    return arrival
  })
  return {
    areHeld: () => arrivals.length > 0,
    release: async () => {
      isOpen = true
      open()
      await Promise.all(arrivals)
    },
  }
}
