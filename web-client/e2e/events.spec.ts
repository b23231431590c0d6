import { readdirSync, readFileSync } from 'node:fs'
import { Caller, fresh } from './api.ts'
import { EventInjector } from './eventInjector.ts'
import { expect, test } from './person.ts'

const GOLDEN = '../events/src/test/resources/golden'

/** One of each event, in its JSON of the log. */
function goldenEvents(): { event: string; data: unknown }[] {
  return readdirSync(GOLDEN).map((file) => ({
    event: file.split('.')[0] ?? '',
    data: JSON.parse(readFileSync(`${GOLDEN}/${file}`, 'utf8')),
  }))
}

test('every type of event in the catalogue leaves an open channel open', async ({ arrive, request }) => {
  const events = goldenEvents()
  const names = new Set(events.map(({ event }) => event))
  // the build says what the catalogue has; without it the golden files, of which each type has one, have to do
  const catalogue = process.env.TIDINGS_EVENT_TYPES?.split(',') ?? [...names]
  expect(catalogue.length).toBeGreaterThan(30)
  expect(catalogue.filter((event) => !names.has(event))).toEqual([])

  const caller = await Caller.register(request)
  const channel = await caller.openChannel()
  const ada = await arrive()
  await ada.signUp()
  await ada.join(channel.name)
  const selfId = await caller.memberId(channel.id, ada.username)
  await caller.act('PUT', channel.id, `members/${selfId}`, { role: 'ADMIN' })
  const injector = await EventInjector.into(ada.page, channel.id)
  await ada.page.reload()
  await expect(ada.composer).toBeVisible()
  await ada.say('Before')
  await expect(ada.message('Before')).toBeVisible()
  await expect(ada.page.getByText('Sending…')).toHaveCount(0)

  for (const { event, data } of [...events, { event: 'SomethingOfTomorrow', data: { a: 1 } }]) {
    injector.inject(event, data, caller.id)
  }
  const posted = events.find(({ event }) => event === 'MessagePosted')?.data as object
  injector.inject('MessagePosted', { ...posted, messageId: fresh('last'), body: 'The last one' }, caller.id)
  await expect(ada.message('The last one')).toBeVisible()
  await expect(ada.page.getByRole('heading', { level: 1 })).toBeVisible()

  await ada.say('Still here')
  await expect(ada.message('Still here')).toBeVisible()
  await expect(ada.page.getByText('Sending…')).toHaveCount(0)
  await caller.say(channel.id, 'So am I')
  await expect(ada.message('So am I')).toBeVisible()
  await expect(ada.message('Before')).toBeVisible()
})

test('what happens to a channel is seen by those who are in it', async ({ arrive, request }) => {
  const owner = await Caller.register(request)
  const channel = await owner.openChannel()
  const ada = await arrive()
  await ada.signUp()
  await ada.join(channel.name)
  const adaId = await owner.memberId(channel.id, ada.username)
  const line = (text: RegExp) => expect(ada.timeline.getByText(text)).toBeVisible()
  const change = (settings: object) => owner.act('PATCH', channel.id, '', settings)

  const name = fresh('attic')
  await change({ name })
  await expect(ada.page.getByRole('heading', { level: 1, name })).toBeVisible()
  await line(/renamed the channel/)
  await change({ topic: 'Dust and treasures' })
  await expect(ada.page.getByText('Dust and treasures', { exact: true })).toBeVisible()
  await line(/set the topic/)
  await change({ description: 'What is under the roof' })
  await line(/set the description/)

  const message = await owner.say(channel.id, 'Look at this')
  await owner.act('PUT', channel.id, `pins/${message.id}`)
  await expect(ada.message('Look at this')).toContainText('Pinned')
  await line(/pinned a message/)
  await owner.act('DELETE', channel.id, `pins/${message.id}`)
  await expect(ada.message('Look at this')).not.toContainText('Pinned')

  await change({ announcement: true })
  await expect(ada.page.getByText('Only moderators write in this channel.')).toBeVisible()
  await expect(ada.composer).toBeHidden()
  await owner.act('PUT', channel.id, `members/${adaId}`, { role: 'MODERATOR' })
  await expect(ada.composer).toBeVisible()
  await line(/a moderator/)
  await owner.act('PUT', channel.id, `members/${adaId}`, { role: 'MEMBER' })
  await expect(ada.composer).toBeHidden()
  await change({ announcement: false, guestsReadOnly: true })
  await expect(ada.composer).toBeVisible()

  await change({ slowModeSeconds: 600 })
  await expect(ada.page.getByText('Slow mode: one message every 600 seconds.')).toBeVisible()
  await line(/turned slow mode on/)
  await ada.say('One')
  await expect(ada.page.getByRole('timer')).toContainText('You can write again in')
  await ada.composer.fill('Two')
  await expect(ada.page.getByRole('button', { name: 'Send' })).toBeDisabled()
  await change({ slowModeSeconds: 0 })
  await expect(ada.page.getByRole('button', { name: 'Send' })).toBeEnabled()
  await ada.composer.press('Enter')
  await expect(ada.message('Two')).toBeVisible()

  await owner.act('PUT', channel.id, 'archive')
  await expect(ada.page.getByText('This channel is archived.')).toBeVisible()
  await expect(ada.composer).toBeHidden()
  await owner.act('DELETE', channel.id, 'archive')
  await expect(ada.composer).toBeVisible()

  const bob = await Caller.register(request)
  await owner.act('PUT', channel.id, `members/${bob.id}`)
  await line(new RegExp(`added.*${bob.username}`))
  await owner.act('PUT', channel.id, `bans/${bob.id}`)
  await line(new RegExp(`banned.*${bob.username}`))
  await owner.act('DELETE', channel.id, `bans/${bob.id}`)
  await line(/lifted the ban/)

  await ada.page.reload()
  await line(/banned/)
  await line(/lifted the ban/)
})

test('whoever is put out of a channel is told, and goes on elsewhere', async ({ arrive, request }) => {
  const owner = await Caller.register(request)
  const open = await owner.openChannel()
  const ada = await arrive()
  await ada.signUp()
  await ada.join(open.name)
  const adaId = await owner.memberId(open.id, ada.username)
  const hidden = await owner.openChannel(fresh('hidden'), 'PRIVATE')
  await owner.act('PUT', hidden.id, `members/${adaId}`)
  const isTold = (text: string) =>
    expect(ada.page.getByRole('alert')).toContainText(text, { timeout: 30_000 })

  await owner.act('DELETE', open.id, `members/${adaId}`)
  await isTold(`removed you from ${open.name}`)
  await expect(ada.page.getByRole('heading', { name: 'Where to?' })).toBeVisible()
  await ada.join(open.name)
  await owner.act('PUT', open.id, `bans/${adaId}`)
  await isTold(`banned`)
  await isTold(open.name)
  await expect(ada.page.getByRole('link', { name: open.name })).toHaveCount(0)

  await ada.find(hidden.name)
  await ada.say('Anybody here?')
  await expect(ada.message('Anybody here?')).toBeVisible()
  await expect(ada.page.getByText('Sending…')).toHaveCount(0)
  await owner.act('DELETE', hidden.id, `members/${adaId}`)
  await isTold(`removed you from ${hidden.name}`)
  await expect(ada.timeline).toBeHidden()
  await expect(ada.page.getByRole('link', { name: hidden.name })).toHaveCount(0)
  await ada.page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(ada.page.getByRole('alert')).toHaveCount(0)
  await ada.createChannel(fresh('refuge'))
  await ada.say('At last')
  await expect(ada.message('At last')).toBeVisible()
})
