// @vitest-environment jsdom

import type { RealtimeSession } from '@tidings/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { TimelineKeeper } from './timelineKeeper.ts'
import type { Piece } from './timelineQueries.ts'
import { timelineOf, updateTimeline, useTimelines } from './timelineStore.ts'
import type { TimelinePage } from './timelineWindow.ts'

/** Lets what was resolved go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** A page that comes when it is told to. */
interface Asked {
  channelId: string
  piece: Piece
  answer(page?: Partial<TimelinePage>): Promise<void>
}

const PAGE: TimelinePage = {
  seq: 9,
  messages: [],
  notices: [],
  hasPrevious: true,
  hasNext: false,
  startCursor: 's',
  endCursor: 'e',
}

describe('the timelines in memory', () => {
  let asked: Asked[]
  let followed: Map<string, number>
  let keeper: TimelineKeeper

  beforeEach(() => {
    asked = []
    followed = new Map()
    useTimelines.setState({ byChannel: {} })
    const pageOf = (channelId: string, piece: Piece) => {
      let resolve: (page: TimelinePage) => void = () => undefined
      const promise = new Promise<TimelinePage>((resolved) => {
        resolve = resolved
      })
      asked.push({
        channelId,
        piece,
        answer: async (page) => {
          resolve({ ...PAGE, ...page })
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
    keeper = new TimelineKeeper('me', session as unknown as RealtimeSession, () => undefined, pageOf)
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

  it('open around the message that was asked for, not at the end', async () => {
    void keeper.goTo('c', 'm1')
    keeper.open('c')
    expect(asked.map(({ piece }) => piece)).toEqual([{ around: 'm1' }])
    await asked[0]?.answer()
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
})
