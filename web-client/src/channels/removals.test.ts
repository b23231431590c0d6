// @vitest-environment jsdom

import type { ChannelEvent } from '@tidings/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { putChannels, useChannels } from './channelsStore.ts'
import { fetchAllChannels, fetchChannel } from './channelUpdates.ts'
import { channelOf, type Question, readSide, settle } from './readSide.testing.ts'
import { dismissRemoval, RemovalTracker, useRemoval } from './removals.ts'

const SELF = 'ada'
const known = (id: string) => useChannels.getState().byId[id]

function happened(channelId: string, event: 'MemberBanned' | 'MemberLeft', seq: number): ChannelEvent {
  return {
    channelId,
    seq,
    event,
    actorId: 'owner',
    at: '2026-11-24T03:04:05.678Z',
    data: { memberId: SELF },
  } as ChannelEvent
}

describe('a channel that one was put out of', () => {
  let asked: Question[]
  let tracker: RemovalTracker
  let pauses: (() => Promise<void>)[]
  let closed: string[]
  let id = ''
  let count = 0

  beforeEach(() => {
    asked = readSide()
    pauses = []
    closed = []
    tracker = new RemovalTracker(
      SELF,
      { close: (channelId) => closed.push(channelId), reload: () => undefined },
      () =>
        new Promise((resolve) => {
          pauses.push(() => {
            resolve()
            return settle()
          })
        }),
    )
    id = `channel-${count++}`
    dismissRemoval()
    useChannels.setState({ byId: {}, joinedIds: new Set([id]), state: 'ready' })
    putChannels([channelOf(id, 3)])
  })

  async function ban(seq: number): Promise<void> {
    tracker.noteCause(happened(id, 'MemberBanned', seq))
    await tracker.onUnsubscribed(id)
  }

  it('does not come back by an answer that was asked for before the ban', async () => {
    void fetchChannel(id, 3)
    await ban(4)
    await asked[0]?.answer(channelOf(id, 3))
    expect(known(id)).toBeUndefined()
  })

  it('is not asked for any more after an answer that came too late', async () => {
    void fetchChannel(id, 3)
    await ban(4)
    await asked[0]?.answer(channelOf(id, 3))
    expect(asked).toHaveLength(1)
  })

  it('does not come back by a list that was asked for before the ban', async () => {
    void fetchAllChannels()
    await ban(4)
    await asked[0]?.answer(channelOf(id, 3))
    expect(known(id)).toBeUndefined()
  })

  it('does not come back by a read side that has not heard of the ban', async () => {
    await ban(4)
    void fetchChannel(id, -1)
    await asked[0]?.answer(channelOf(id, 3))
    expect(known(id)).toBeUndefined()
  })

  it('does not come back by an earlier answer when nobody told by which event it went', async () => {
    putChannels([channelOf(id, 3, { visibility: 'PRIVATE' })])
    void fetchChannel(id, 3)
    await tracker.onUnsubscribed(id)
    await asked[0]?.answer(channelOf(id, 9, { visibility: 'PRIVATE' }))
    expect(known(id)).toBeUndefined()
  })

  it('comes back when the ban is lifted', async () => {
    await ban(4)
    void fetchChannel(id, -1)
    await asked[0]?.answer(channelOf(id, 5))
    expect(known(id)?.seq).toBe(5)
  })

  it('is one that bans, also when the removal is heard of after the ban', async () => {
    tracker.noteCause(happened(id, 'MemberBanned', 4))
    tracker.noteCause(happened(id, 'MemberLeft', 5))
    void tracker.onUnsubscribed(id)
    await settle()
    expect(useRemoval.getState().removal?.cause).toBe('banned')
    expect(known(id)).toBeUndefined()
    expect(asked).toEqual([])
  })
  it('goes when the read side hears of a ban that was missed', async () => {
    tracker.onWelcome(new Set())
    await asked.at(-1)?.answer(channelOf(id, 3))
    expect(known(id)?.myRole).toBeNull()
    await pauses[0]?.()
    await asked.at(-1)?.answer(channelOf(id, 3))
    expect(useRemoval.getState().removal).toBeUndefined()
    await pauses[1]?.()
    await asked.at(-1)?.answer(null)
    expect(known(id)).toBeUndefined()
    expect(closed).toEqual([id])
    expect(useRemoval.getState().removal).toMatchObject({ channelId: id, cause: 'banned' })
  })

  it('stays when one joined it again before the read side was asked once more', async () => {
    tracker.onWelcome(new Set())
    await asked.at(-1)?.answer(channelOf(id, 3))
    useChannels.setState({ joinedIds: new Set([id]) })
    await pauses[0]?.()
    expect(asked).toHaveLength(1)
    expect(known(id)).toBeDefined()
  })
})
