// @vitest-environment jsdom

import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Channel, useChannels } from '../channels/channelsStore.ts'
import { channelOf } from '../channels/readSide.testing.ts'
import { useConnection } from '../connection/connectionStore.ts'
import { usePeople } from '../people/peopleStore.ts'
import type { Message } from '../timeline/message.ts'
import { updateTimeline, useTimelines } from '../timeline/timelineStore.ts'
import type { TimelineWindow } from '../timeline/timelineWindow.ts'
import { keptPart } from './keptPart.ts'
import { ViewCache } from './viewCache.ts'
import { ViewDatabase } from './viewDatabase.ts'

const BOB = { id: 'bob', username: 'bob', displayName: 'Bob', bot: false }

function windowWith(count: number, more: Partial<TimelineWindow> = {}): TimelineWindow {
  const messages = Array.from({ length: count }, (_, seq) => ({ id: `m${seq}`, seq, asOf: count }) as Message)
  return {
    seq: count,
    messages,
    notices: [],
    hasOlder: false,
    hasNewer: false,
    startCursor: 's',
    endCursor: 'e',
    ...more,
  }
}

describe('what is kept of the views', () => {
  let name = ''
  let count = 0
  let database: ViewDatabase
  let cache: ViewCache

  beforeEach(() => {
    name = `views-${count++}`
    newPage()
  })
  afterEach(() => cache.stop())

  function newPage(accountId = 'ada'): void {
    useChannels.setState({ byId: {}, joinedIds: undefined, state: 'loading' })
    useTimelines.setState({ byChannel: {} })
    usePeople.setState({ byId: {} })
    useConnection.setState({ status: { state: 'connecting', attempt: 0 }, asOf: undefined })
    database = new ViewDatabase(accountId, name)
    cache = new ViewCache(database)
    cache.start()
  }

  function showChannels(...channels: Channel[]): void {
    useChannels.setState({
      byId: Object.fromEntries(channels.map((channel) => [channel.id, channel])),
      joinedIds: new Set(channels.map((channel) => channel.id)),
      state: 'ready',
    })
  }

  it('is shown to the next visit, as of when it was, until the server knows more', async () => {
    usePeople.setState({ byId: { bob: BOB } })
    showChannels(channelOf('den', 9, { unreadCount: 2 }))
    await expect.poll(() => database.list()).toBeDefined()
    cache.stop()
    newPage()
    await cache.showList()
    const { byId, joinedIds, state } = useChannels.getState()
    expect(byId.den).toMatchObject({ name: 'den', unreadCount: 2, isKept: true, seq: -1 })
    expect(joinedIds?.has('den')).toBe(true)
    expect(state).toBe('loading')
    expect(usePeople.getState().byId.bob).toEqual(BOB)
    expect(useConnection.getState().asOf).toBeGreaterThan(0)
  })

  it('does not come over what the server said already', async () => {
    showChannels(channelOf('den', 9))
    await expect.poll(() => database.list()).toBeDefined()
    cache.stop()
    newPage()
    showChannels(channelOf('loft', 3))
    await cache.showList()
    expect(Object.keys(useChannels.getState().byId)).toEqual(['loft'])
  })

  it('is of each account its own, and leaves with its owner', async () => {
    showChannels(channelOf('den', 9))
    updateTimeline('den', { window: windowWith(3), state: 'ready' })
    await expect.poll(() => cache.timeline('den')).toBeDefined()
    const eve = new ViewDatabase('eve', name)
    expect(await eve.list()).toBeUndefined()
    expect(await eve.timeline('den')).toBeUndefined()
    await cache.clear()
    expect(await database.list()).toBeUndefined()
    expect(await cache.timeline('den')).toBeUndefined()
  })

  it('of others is dropped when somebody else signs in', async () => {
    showChannels(channelOf('den', 9))
    await expect.poll(() => database.list()).toBeDefined()
    cache.stop()
    await new ViewDatabase('eve', name).keepOnlyOwn()
    expect(await database.list()).toBeUndefined()
  })

  it('is the end of a timeline, never a piece of the middle or one that is kept already', async () => {
    updateTimeline('middle', { window: windowWith(3, { hasNewer: true }), state: 'ready' })
    updateTimeline('kept', { window: windowWith(3), state: 'ready', keptAt: 1 })
    updateTimeline('end', { window: windowWith(3), state: 'ready' })
    await expect.poll(() => cache.timeline('end')).toBeDefined()
    expect(await cache.timeline('middle')).toBeUndefined()
    expect(await cache.timeline('kept')).toBeUndefined()
    updateTimeline('end', { window: undefined, state: 'missing' })
    await expect.poll(() => cache.timeline('end')).toBeUndefined()
  })

  it('is bounded: the newest 200 messages of the 30 channels that changed last', async () => {
    const part = keptPart(windowWith(450))
    expect(part.messages).toHaveLength(200)
    expect(part).toMatchObject({ hasOlder: true, startCursor: null, endCursor: null })
    expect(part.messages.at(-1)?.id).toBe('m449')
    for (let number = 1; number <= 32; number++) {
      await database.saveTimeline({ channelId: `c${number}`, savedAt: number, window: windowWith(1) })
    }
    expect(await database.timeline('c2')).toBeUndefined()
    expect(await database.timeline('c3')).toBeDefined()
  })
})
