// @vitest-environment jsdom

import type { ChannelEvent, WelcomeFrame } from '@tidings/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../account/api.ts'
import { ChannelCatchUp } from './channelCatchUp.ts'
import { joinChannel, leaveChannel } from './channelCommands.ts'
import { changeChannel, putChannels, setJoined, useChannels } from './channelsStore.ts'
import { fetchAllChannels, updateFromEvent, welcomed } from './channelUpdates.ts'
import { channelOf, type Question, readSide, settle } from './readSide.testing.ts'

const SELF = 'ada'
const known = (id: string) => useChannels.getState().byId[id]
const welcome = (channelId: string, seq: number) =>
  ({ type: 'welcome', channels: [{ channelId, seq }] }) as unknown as WelcomeFrame

function happened(channelId: string, seq: number, event: string, data: object): ChannelEvent {
  return { channelId, seq, event, data, actorId: 'owner', at: '2026-11-24T03:04:05.678Z' } as ChannelEvent
}

describe('what is known of a channel', () => {
  let asked: Question[]
  let id = ''
  let count = 0

  beforeEach(() => {
    asked = readSide()
    id = `channel-${count++}`
    useChannels.setState({ byId: {}, joinedIds: undefined, state: 'loading' })
  })

  /** The next test finds nobody waiting. */
  afterEach(async () => {
    useChannels.setState({ joinedIds: new Set() })
    for (const question of asked) await question.answer(null)
  })

  /** What is asked of the channel itself. */
  const askedOfIt = () => asked.filter(({ channelId }) => channelId === id)

  it('is asked for again when the list is older than the welcome', async () => {
    const loading = fetchAllChannels()
    welcomed(welcome(id, 5))
    for (const list of asked.filter(({ channelId }) => channelId === undefined)) {
      await list.answer(channelOf(id, 3))
    }
    await loading
    expect(askedOfIt().map(({ minSeq }) => minSeq)).toEqual([5])
    await askedOfIt()[0]?.answer(channelOf(id, 5, { myRole: 'ADMIN' }))
    expect(known(id)?.myRole).toBe('ADMIN')
  })

  it('is asked for again when the welcome comes after the list', async () => {
    const loading = fetchAllChannels()
    await asked[0]?.answer(channelOf(id, 3))
    await loading
    welcomed(welcome(id, 5))
    for (const list of asked.slice(1).filter(({ channelId }) => channelId === undefined)) {
      await list.answer(channelOf(id, 3))
    }
    expect(askedOfIt().map(({ minSeq }) => minSeq)).toEqual([5])
  })

  it('is asked for when the list lacks a channel that one is a member of', async () => {
    const loading = fetchAllChannels()
    welcomed(welcome(id, 5))
    for (const list of asked.filter(({ channelId }) => channelId === undefined)) await list.answer(null)
    await loading
    expect(askedOfIt().map(({ minSeq }) => minSeq)).toEqual([5])
  })

  it('is not asked for again when it is current', async () => {
    const loading = fetchAllChannels()
    welcomed(welcome(id, 5))
    for (const list of asked.filter(({ channelId }) => channelId === undefined)) {
      await list.answer(channelOf(id, 5))
    }
    await loading
    expect(askedOfIt()).toEqual([])
  })

  it('stays current by events that change nothing of it', () => {
    useChannels.setState({ state: 'ready' })
    putChannels([channelOf(id, 3)])
    updateFromEvent(happened(id, 4, 'DescriptionChanged', { description: 'x' }), SELF)
    updateFromEvent(happened(id, 5, 'ChannelRenamed', { name: 'loft' }), SELF)
    expect(known(id)).toMatchObject({ seq: 5, name: 'loft' })
    expect(asked).toEqual([])
  })

  it('is asked for when an event comes after one that was missed, and keeps what came since', async () => {
    useChannels.setState({ state: 'ready' })
    putChannels([channelOf(id, 3)])
    updateFromEvent(happened(id, 5, 'ChannelRenamed', { name: 'loft' }), SELF)
    expect(known(id)).toMatchObject({ seq: 3, name: 'loft' })
    expect(askedOfIt().map(({ minSeq }) => minSeq)).toEqual([5])
    updateFromEvent(happened(id, 6, 'TopicChanged', { topic: 'Dust' }), SELF)
    await askedOfIt()[0]?.answer(channelOf(id, 5, { name: 'loft', myRole: 'ADMIN' }))
    expect(known(id)).toMatchObject({ seq: 6, name: 'loft', topic: 'Dust', myRole: 'ADMIN' })
    expect(askedOfIt()).toHaveLength(1)
  })

  it('is forgotten when a full list lacks it and it cannot be read any more', async () => {
    putChannels([channelOf(id, 3), channelOf(`${id}-lagging`, 3)])
    useChannels.setState({ joinedIds: new Set() })
    const loading = fetchAllChannels()
    await asked[0]?.answer(null)
    await loading
    await askedOfIt()[0]?.answer(null)
    expect(known(id)).toBeUndefined()
    await asked.at(-1)?.answer(channelOf(`${id}-lagging`, 3))
    expect(known(`${id}-lagging`)).toBeDefined()
  })

  it('stays read when an answer has not heard yet how far one has read', () => {
    putChannels([channelOf(id, 9, { unreadCount: 4, readSeq: 2 })])
    changeChannel(id, () => ({ readSeq: 9, unreadCount: 0 }))
    putChannels([channelOf(id, 9, { unreadCount: 4, readSeq: 2 })])
    expect(known(id)).toMatchObject({ readSeq: 9, unreadCount: 0 })
    putChannels([channelOf(id, 11, { unreadCount: 6, readSeq: 2 })])
    expect(known(id)).toMatchObject({ readSeq: 9, unreadCount: 2 })
  })
})

describe('an answer to joining or leaving', () => {
  beforeEach(() => useChannels.setState({ byId: {}, joinedIds: new Set(), state: 'ready' }))

  async function answered(command: (channelId: string) => Promise<void>, meanwhile: () => void) {
    let answer: () => void = () => undefined
    vi.spyOn(api, 'call').mockReturnValue(new Promise<void>((resolve) => (answer = resolve)) as never)
    const asking = command('den')
    meanwhile()
    answer()
    await asking
    return useChannels.getState().joinedIds?.has('den')
  }

  it('tells whether one is a member', async () => {
    expect(await answered(joinChannel, () => undefined)).toBe(true)
    expect(await answered(leaveChannel, () => undefined)).toBe(false)
  })

  it('changes nothing when the socket has told more meanwhile', async () => {
    const cameAndWent = () => {
      setJoined('den', true)
      setJoined('den', false)
    }
    expect(await answered(joinChannel, cameAndWent)).toBe(false)
    expect(await answered(leaveChannel, () => setJoined('den', true))).toBe(true)
    expect(await answered(joinChannel, () => welcomed(welcome('another', 1)))).toBe(false)
  })
})

describe('catching up', () => {
  let asked: Question[]
  let pauses: { ms: number; end(): Promise<void> }[]
  let catchUp: ChannelCatchUp

  beforeEach(() => {
    asked = readSide()
    pauses = []
    useChannels.setState({ byId: {}, joinedIds: new Set(), state: 'ready' })
    catchUp = new ChannelCatchUp(
      (ms) =>
        new Promise((resolve) => {
          pauses.push({
            ms,
            end: () => {
              resolve()
              return settle()
            },
          })
        }),
    )
  })

  it('takes what a read side has that lags, and asks it again until it has come that far', async () => {
    catchUp.reach('lagging', 7)
    for (const { seq, ms } of [
      { seq: 4, ms: 2_000 },
      { seq: 5, ms: 4_000 },
    ]) {
      await asked.at(-1)?.refuse('STALE')
      expect(asked.at(-1)?.minSeq).toBe(-1)
      await asked.at(-1)?.answer(channelOf('lagging', seq))
      expect(known('lagging')?.seq).toBe(seq)
      expect(pauses.at(-1)?.ms).toBe(ms)
      await pauses.at(-1)?.end()
      expect(asked.at(-1)?.minSeq).toBe(7)
    }
    await asked.at(-1)?.answer(channelOf('lagging', 8))
    expect(known('lagging')?.seq).toBe(8)
    expect(pauses).toHaveLength(2)
  })

  it('asks for three channels at a time', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) catchUp.reach(id, 1)
    expect(asked.map(({ channelId }) => channelId)).toEqual(['a', 'b', 'c'])
    await asked[1]?.answer(channelOf('b', 1))
    expect(asked.map(({ channelId }) => channelId)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('ends for a channel that is hidden, unless one is a member of it', async () => {
    for (const id of ['hidden', 'joined']) {
      if (id === 'joined') setJoined(id, true)
      catchUp.reach(id, 1)
      await asked.at(-1)?.refuse('STALE')
      await asked.at(-1)?.answer(null)
    }
    expect(asked.map(({ channelId }) => channelId)).toEqual(['hidden', 'hidden', 'joined', 'joined'])
    expect(pauses).toHaveLength(1)
    await pauses[0]?.end()
    expect(asked.at(-1)).toMatchObject({ channelId: 'joined', minSeq: 1 })
  })
  it('asks ever more rarely, at last four times an hour', async () => {
    setJoined('stuck', true)
    catchUp.reach('stuck', 7)
    for (let attempt = 0; attempt < 12; attempt++) {
      await asked.at(-1)?.answer(channelOf('stuck', 4))
      await pauses.at(-1)?.end()
    }
    expect(pauses.map(({ ms }) => ms / 1000)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
  })

  it('asks at once when something happens in the channel', async () => {
    setJoined('stuck', true)
    catchUp.reach('stuck', 7)
    await asked[0]?.answer(channelOf('stuck', 4))
    catchUp.reach('stuck', 8)
    await settle()
    expect(asked.at(-1)?.minSeq).toBe(8)
    await asked.at(-1)?.answer(channelOf('stuck', 8))
    await pauses[0]?.end()
    expect(asked).toHaveLength(2)
  })
})
