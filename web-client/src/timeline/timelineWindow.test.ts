import { describe, expect, it } from 'vitest'
import type { Message } from './message.ts'
import { type TimelinePage, windowOf, withNewer, withOlder } from './timelineWindow.ts'

function message(seq: number, asOf: number, body = 'hi'): Message {
  return {
    id: `m${seq}`,
    seq,
    authorId: 'ada',
    body,
    createdAt: '2026-11-24T03:04:05.678Z',
    editedAt: null,
    deletedAt: null,
    replyTo: null,
    reactions: [],
    pinned: false,
    asOf,
  }
}

function page(seq: number, messages: Message[], edges: Partial<TimelinePage> = {}): TimelinePage {
  return {
    seq,
    messages,
    notices: [],
    hasPrevious: true,
    hasNext: false,
    startCursor: 'start',
    endCursor: 'end',
    ...edges,
  }
}

describe('a window on the timeline', () => {
  it('grows at the top and keeps the fresher of two versions', () => {
    const window = windowOf(page(9, [message(5, 9, 'fresh'), message(6, 9)]))
    const grown = withOlder(
      window,
      page(8, [message(4, 8), message(5, 8, 'stale')], { startCursor: 'older' }),
    )
    expect(grown.messages.map((each) => each.seq)).toEqual([4, 5, 6])
    expect(grown.messages[1]?.body).toBe('fresh')
    expect(grown.startCursor).toBe('older')
  })

  it('is at its live end only when the page knows all that the window knows', () => {
    const window = { ...windowOf(page(9, [message(5, 9)], { hasNext: true })), seq: 12 }
    expect(withNewer(window, page(11, [message(6, 11)])).hasNewer).toBe(true)
    expect(withNewer(window, page(12, [message(6, 12), message(12, 12)])).hasNewer).toBe(false)
  })
})
