// @vitest-environment jsdom
import type { ChannelEvent, ChannelFact } from '@tidings/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Message } from '../timeline/message.ts'
import { dropTimeline, updateTimeline } from '../timeline/timelineStore.ts'
import { ThreadKeeper } from './threadKeeper.ts'
import type { ThreadPage } from './threadQueries.ts'
import { useOpenThread } from './threadStore.ts'

const AT = '2026-11-24T03:04:05.678Z'

function message(id: string, seq: number, threadRootId: string | null = 'root', asOf = 9): Message {
  return {
    id,
    seq,
    authorId: 'ada',
    body: id,
    createdAt: AT,
    editedAt: null,
    deletedAt: null,
    replyTo: threadRootId === null ? null : { id: threadRootId, authorId: 'ada', body: threadRootId },
    reactions: [],
    pinned: false,
    threadRootId,
    asOf,
  }
}

function page(replies: Message[], more: Partial<ThreadPage> = {}): ThreadPage {
  return {
    seq: 9,
    root: message('root', 1, null),
    replies,
    hasNext: false,
    endCursor: null,
    replyCount: replies.length,
    unreadCount: 0,
    ...more,
  }
}

function event(seq: number, fact: ChannelFact): ChannelEvent {
  return { ...fact, channelId: 'c', seq, at: AT, actorId: 'bob' }
}

function posted(seq: number, messageId: string, threadRoot?: string): ChannelEvent {
  const data = { messageId, clientMessageId: messageId, body: messageId, replyTo: threadRoot ?? null }
  return event(seq, { event: 'MessagePosted', data: threadRoot ? { ...data, threadRoot } : data })
}

function shown(): string[] | undefined {
  return useOpenThread.getState().window?.messages.map(({ id }) => id)
}

describe('an open thread', () => {
  const pageOf = vi.fn<() => Promise<ThreadPage | undefined>>()
  const keeper = () => new ThreadKeeper('c', 'root', 'me', pageOf)

  beforeEach(() => pageOf.mockReset())
  afterEach(() => dropTimeline('c'))

  it('shows what the timeline has of it until the server answers', async () => {
    const messages = [message('root', 1, null), message('other', 2, null), message('a', 3)]
    updateTimeline('c', {
      window: {
        seq: 9,
        messages,
        notices: [],
        hasOlder: true,
        hasNewer: false,
        startCursor: null,
        endCursor: null,
      },
    })
    pageOf.mockResolvedValue(page([message('a', 3), message('b', 4)]))
    const opening = keeper().open()
    expect(shown()).toEqual(['root', 'a'])
    await opening
    expect(shown()).toEqual(['root', 'a', 'b'])
    expect(pageOf).toHaveBeenCalledExactlyOnceWith('c', 'root', null, 9)
  })

  it('takes its own replies from the live events, those that came meanwhile as well, and no others', async () => {
    let answer: (page: ThreadPage) => void = () => undefined
    pageOf.mockReturnValue(new Promise((resolve) => (answer = resolve)))
    const thread = keeper()
    const opening = thread.open()
    thread.onEvent(posted(10, 'meanwhile', 'root'))
    answer(page([]))
    await opening
    thread.onEvent(posted(11, 'elsewhere'))
    thread.onEvent(posted(12, 'other thread', 'elsewhere'))
    thread.onEvent(posted(13, 'later', 'root'))
    expect(shown()).toEqual(['root', 'meanwhile', 'later'])
    // being here says what is answered
    expect(useOpenThread.getState().window?.messages.map(({ replyTo }) => replyTo)).toEqual([
      null,
      null,
      null,
    ])
  })

  it('follows edits, reactions and deletions', async () => {
    pageOf.mockResolvedValue(page([message('a', 3), message('b', 4)]))
    const thread = keeper()
    await thread.open()
    thread.onEvent(event(10, { event: 'MessageEdited', data: { messageId: 'a', body: 'changed' } }))
    thread.onEvent(event(11, { event: 'ReactionAdded', data: { messageId: 'a', emoji: '👍' } }))
    thread.onEvent(event(12, { event: 'MessageDeleted', data: { messageId: 'b' } }))
    const { window } = useOpenThread.getState()
    expect(shown()).toEqual(['root', 'a'])
    expect(window?.messages[1]).toMatchObject({
      body: 'changed',
      reactions: [{ emoji: '👍', count: 1, mine: false }],
    })
    thread.onEvent(event(13, { event: 'MessageDeleted', data: { messageId: 'root' } }))
    expect(shown()).toEqual(['root', 'a'])
  })

  it('loads page after page to where it is live', async () => {
    pageOf
      .mockResolvedValueOnce(page([message('a', 3)], { hasNext: true, endCursor: 'after a', replyCount: 2 }))
      .mockResolvedValueOnce(page([message('b', 4)], { replyCount: 2 }))
    await keeper().open()
    expect(shown()).toEqual(['root', 'a', 'b'])
    expect(pageOf).toHaveBeenLastCalledWith('c', 'root', 'after a', 9)
    expect(useOpenThread.getState().state).toBe('ready')
  })

  it('is loaded anew where events are missing', async () => {
    pageOf.mockResolvedValueOnce(page([]))
    const thread = keeper()
    await thread.open()
    pageOf.mockResolvedValueOnce(page([message('a', 10)], { seq: 12 }))
    thread.onEvent(posted(12, 'b', 'other'))
    await vi.waitFor(() => expect(shown()).toEqual(['root', 'a']))
    expect(pageOf).toHaveBeenLastCalledWith('c', 'root', null, 12)
  })

  it('keeps what it shows when later replies cannot be loaded, and can be closed and opened again', async () => {
    pageOf
      .mockResolvedValueOnce(page([message('a', 3)], { hasNext: true, endCursor: 'after a' }))
      .mockRejectedValueOnce(new Error('away'))
    const thread = keeper()
    await thread.open()
    expect(useOpenThread.getState().state).toBe('partial')
    expect(shown()).toEqual(['root', 'a'])
    thread.close()
    expect(shown()).toBeUndefined()
    pageOf.mockResolvedValueOnce(page([message('a', 3)]))
    await thread.open()
    expect(shown()).toEqual(['root', 'a'])
  })
})
