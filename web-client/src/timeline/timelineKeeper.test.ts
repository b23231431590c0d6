// @vitest-environment jsdom

import type { RealtimeSession } from '@tidings/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { useChannels } from '../channels/channelsStore.ts'
import { TimelineKeeper } from './timelineKeeper.ts'
import { edited, messageOf, PAGE } from './timelinePage.testing.ts'
import type { Piece } from './timelineQueries.ts'
import { timelineOf, updateTimeline, useTimelines } from './timelineStore.ts'
import { type TimelinePage, type TimelineWindow, windowOf } from './timelineWindow.ts'

/** Lets what was resolved go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** A page that comes when it is told to. */
interface Asked {
  channelId: string
  piece: Piece
  answer(page?: Partial<TimelinePage>): Promise<void>
  answerNothing(): Promise<void>
  fail(): Promise<void>
}

describe('the timelines in memory', () => {
  let asked: Asked[]
  let followed: Map<string, number>
  let kept: { savedAt: number; window: TimelineWindow } | undefined
  let pauses: (() => Promise<void>)[]
  let keeper: TimelineKeeper

  beforeEach(() => {
    asked = []
    followed = new Map()
    pauses = []
    kept = undefined
    useTimelines.setState({ byChannel: {} })
    useChannels.setState({ joinedIds: new Set() })
    const pause = () =>
      new Promise<void>((resolve) => {
        pauses.push(() => {
          resolve()
          return settle()
        })
      })
    const pageOf = (channelId: string, piece: Piece) => {
      let resolve: (page: TimelinePage | undefined) => void = () => undefined
      let reject: (error: Error) => void = () => undefined
      const promise = new Promise<TimelinePage | undefined>((resolved, rejected) => {
        reject = rejected
        resolve = resolved
      })
      asked.push({
        channelId,
        piece,
        answer: async (page) => {
          resolve({ ...PAGE, ...page })
          await settle()
        },
        fail: async () => {
          reject(new Error('offline'))
          await settle()
        },
        answerNothing: async () => {
          resolve(undefined)
          await settle()
        },
      })
      return promise
    }
    const session = {
      headOf: () => -1,
      follow: (channelId: string, seq: number) => followed.set(channelId, seq),
      unfollow: (channelId: string) => followed.delete(channelId),
    }
    keeper = new TimelineKeeper(
      'me',
      session as unknown as RealtimeSession,
      () => undefined,
      async () => kept,
      pageOf,
      pause,
    )
  })

  function openMany(): void {
    for (let number = 1; number <= 8; number++) keeper.open(`other-${number}`)
  }

  it('leave a channel closed that was closed while its page was on its way', async () => {
    keeper.open('c')
    openMany()
    await asked[0]?.answer()
    expect(useTimelines.getState().byChannel.c).toBeUndefined()
    expect(followed.has('c')).toBe(false)
  })

  it('leave a channel closed that was closed while older messages were on their way', async () => {
    keeper.open('c')
    await asked[0]?.answer()
    void keeper.loadOlder('c')
    openMany()
    await asked[1]?.answer()
    expect(useTimelines.getState().byChannel.c).toBeUndefined()
  })

  it('leave a channel closed that was closed while a message in it was being found', async () => {
    const going = keeper.goTo('c', 'm1')
    openMany()
    await asked[0]?.answer()
    await going
    await keeper.goToLatest('c')
    keeper.reload('c', 12)
    expect(useTimelines.getState().byChannel.c).toBeUndefined()
    expect(followed.has('c')).toBe(false)
  })

  it('do not take a page of an earlier visit for one of this visit', async () => {
    keeper.open('c')
    keeper.close('c')
    keeper.open('c')
    await asked[0]?.answer({ seq: 3 })
    expect(timelineOf('c').state).toBe('loading')
    await asked[1]?.answer({ seq: 11 })
    expect(timelineOf('c').window?.seq).toBe(11)
    expect(followed.get('c')).toBe(11)
  })

  it('say which message that was asked for is deleted, and which is not there', async () => {
    const going = keeper.goTo('c', 'm1')
    await asked[0]?.answer({ messages: [{ ...messageOf(1, 9), body: null }, messageOf(2, 9)] })
    await going
    expect(timelineOf('c')).toMatchObject({
      target: { messageId: 'm1' },
      lost: { messageId: 'm1', why: 'deleted' },
    })
    await keeper.goTo('c', 'm2')
    expect(timelineOf('c')).toMatchObject({ target: { messageId: 'm2' }, lost: undefined })
    const nowhere = keeper.goTo('c', 'm9')
    await asked[1]?.answer()
    await nowhere
    expect(timelineOf('c').lost).toEqual({ messageId: 'm9', why: 'missing' })
  })

  it('open around the message that was asked for, not at the end', async () => {
    void keeper.goTo('c', 'm1')
    keeper.open('c')
    expect(asked.map(({ piece }) => piece)).toEqual([{ around: 'm1' }])
    await asked[0]?.answer({ messages: [messageOf(1, 9)] })
    expect(timelineOf('c').target?.messageId).toBe('m1')
  })

  it('show nothing any more that the log has not', async () => {
    keeper.open('c')
    await asked[0]?.answer({ seq: 20 })
    keeper.reload('c', 4, true)
    expect(timelineOf('c')).toMatchObject({ window: undefined, state: 'loading' })
    await asked[1]?.answer({ seq: 4 })
    expect(timelineOf('c').window?.seq).toBe(4)
    expect(followed.get('c')).toBe(4)
  })

  it('fetch older messages again after one page was lost with a reload', async () => {
    keeper.open('c')
    await asked[0]?.answer()
    void keeper.loadOlder('c')
    keeper.reload('c', 9)
    await asked[2]?.answer()
    expect(timelineOf('c').loadingOlder).toBe(false)
    await asked[1]?.answer({ seq: 1 })
    expect(timelineOf('c').window?.seq).toBe(9)
    updateTimeline('c', {})
    void keeper.loadOlder('c')
    expect(asked).toHaveLength(4)
  })
  it('keep what happened to older messages while these were on their way', async () => {
    keeper.open('c')
    await asked[0]?.answer({ seq: 9 })
    void keeper.loadOlder('c')
    keeper.apply(edited(2, 10))
    await asked[1]?.answer({ seq: 9, messages: [messageOf(2, 9)] })
    expect(timelineOf('c').window?.messages).toMatchObject([{ id: 'm2', body: 'after' }])
  })

  it('change nothing twice that the older messages reflect already', async () => {
    keeper.open('c')
    await asked[0]?.answer({ seq: 9 })
    void keeper.loadOlder('c')
    keeper.apply(edited(2, 10))
    await asked[1]?.answer({ seq: 11, messages: [{ ...messageOf(2, 11), body: 'later still' }] })
    expect(timelineOf('c').window?.messages).toMatchObject([{ id: 'm2', body: 'later still' }])
  })

  it('wait for a channel of one’s own that the read side does not know yet', async () => {
    useChannels.setState({ joinedIds: new Set(['c']) })
    keeper.open('c')
    await asked[0]?.answerNothing()
    expect(timelineOf('c').state).toBe('loading')
    await pauses[0]?.()
    await asked[1]?.answer({ seq: 2 })
    expect(timelineOf('c')).toMatchObject({ state: 'ready', window: { seq: 2 } })
  })

  it('do not wait for a channel that was closed meanwhile', async () => {
    useChannels.setState({ joinedIds: new Set(['c']) })
    keeper.open('c')
    await asked[0]?.answerNothing()
    keeper.close('c')
    await pauses[0]?.()
    expect(asked).toHaveLength(1)
  })

  it('find a channel that was missing once one is a member of it', async () => {
    keeper.open('c')
    await asked[0]?.answerNothing()
    expect(timelineOf('c').state).toBe('missing')
    keeper.joined('c')
    await asked[1]?.answer({ seq: 2 })
    expect(timelineOf('c').state).toBe('ready')
  })

  it('find a channel that was missing until a reconnection told that one is a member', async () => {
    keeper.open('c')
    await asked[0]?.answerNothing()
    useChannels.setState({ joinedIds: new Set(['c']) })
    keeper.reconnected()
    await asked[1]?.answer({ seq: 2 })
    expect(timelineOf('c').state).toBe('ready')
  })
  describe('that an earlier visit left', () => {
    beforeEach(() => {
      kept = {
        savedAt: 1_000,
        window: { ...windowOf({ ...PAGE, seq: 5, messages: [messageOf(2, 5)] }), startCursor: null },
      }
    })
    const texts = () => timelineOf('c').window?.messages.map(({ body }) => body)

    it('are shown until the answer is there, which alone counts', async () => {
      keeper.open('c')
      await settle()
      expect(timelineOf('c')).toMatchObject({ state: 'ready', keptAt: 1_000 })
      expect(texts()).toEqual(['before'])
      keeper.apply(edited(2, 6))
      expect(texts()).toEqual(['before'])
      await asked[0]?.answer({ seq: 7, messages: [{ ...messageOf(2, 7), body: null }] })
      expect(timelineOf('c').keptAt).toBeUndefined()
      expect(texts()).toEqual([null])
      expect(followed.get('c')).toBe(7)
    })

    it('do not come over an answer that was faster', async () => {
      keeper.open('c')
      await asked[0]?.answer({ seq: 7 })
      await settle()
      expect(timelineOf('c')).toMatchObject({ keptAt: undefined, window: { seq: 7 } })
    })

    it('stay while there is no network, and are replaced when it is back', async () => {
      keeper.open('c')
      await asked[0]?.fail()
      expect(timelineOf('c')).toMatchObject({ state: 'ready', keptAt: 1_000 })
      keeper.reconnected()
      await asked[1]?.answer({ seq: 7 })
      expect(timelineOf('c')).toMatchObject({ state: 'ready', keptAt: undefined, window: { seq: 7 } })
    })

    it('go when the channel cannot be seen any more', async () => {
      keeper.open('c')
      await settle()
      await asked[0]?.answerNothing()
      expect(timelineOf('c')).toMatchObject({ state: 'missing', window: undefined })
    })
  })
})
