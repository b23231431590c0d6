import type { ChannelEvent, ChannelFact } from '@tidings/client'
import { describe, expect, it } from 'vitest'
import { applyEvent } from './applyEvent.ts'
import type { Message } from './message.ts'
import type { TimelineWindow } from './timelineWindow.ts'

const AT = '2026-11-24T03:04:05.678Z'

function event(seq: number, fact: ChannelFact, actorId = 'ada'): ChannelEvent {
  return { ...fact, channelId: 'c', seq, at: AT, actorId }
}

function posted(seq: number, replyTo: string | null = null): ChannelEvent {
  return event(seq, {
    event: 'MessagePosted',
    data: { messageId: `m${seq}`, clientMessageId: `k${seq}`, body: `body ${seq}`, replyTo },
  })
}

const EMPTY: TimelineWindow = {
  seq: 1,
  messages: [],
  notices: [],
  hasOlder: false,
  hasNewer: false,
  startCursor: null,
  endCursor: null,
}

function windowAfter(...events: ChannelEvent[]): TimelineWindow {
  return events.reduce((window, next) => applyEvent(window, next, 'me'), EMPTY)
}

function first(window: TimelineWindow): Message | undefined {
  return window.messages[0]
}

describe('a timeline after an event', () => {
  it('shows a new message with what it replies to', () => {
    const window = windowAfter(posted(2), posted(3, 'm2'))
    expect(window.messages.map((message) => message.body)).toEqual(['body 2', 'body 3'])
    expect(window.messages[1]?.replyTo).toEqual({ id: 'm2', authorId: 'ada', body: 'body 2' })
    expect(window.seq).toBe(3)
  })

  it('knows to which thread an answer belongs, also where the event does not say so', () => {
    const imported = event(4, {
      event: 'MessageImported',
      data: {
        messageId: 'm4',
        clientMessageId: 'k4',
        writtenAt: AT,
        editedAt: null,
        source: 'slack',
        body: 'an answer to an answer',
        replyTo: 'm3',
      },
    })
    const window = windowAfter(posted(2), posted(3, 'm2'), imported)
    expect(window.messages.map((message) => message.threadRootId)).toEqual([null, 'm2', 'm2'])
  })

  it('is the same when the event comes again', () => {
    const window = windowAfter(posted(2))
    expect(applyEvent(window, posted(2), 'me')).toBe(window)
  })

  it('does not show new messages while it shows the past', () => {
    const window = applyEvent({ ...EMPTY, hasNewer: true }, posted(2), 'me')
    expect(window.messages).toEqual([])
    expect(window.seq).toBe(2)
  })

  it('shows an edit and that it was one', () => {
    const window = windowAfter(
      posted(2),
      event(3, { event: 'MessageEdited', data: { messageId: 'm2', body: 'new' } }),
    )
    expect(first(window)).toMatchObject({ body: 'new', editedAt: AT })
  })

  it('leaves a tombstone without text and reactions', () => {
    const window = windowAfter(
      posted(2),
      event(3, { event: 'ReactionAdded', data: { messageId: 'm2', emoji: '👍' } }),
      event(4, { event: 'MessageDeleted', data: { messageId: 'm2' } }),
    )
    expect(first(window)).toMatchObject({ body: null, deletedAt: AT, reactions: [] })
  })

  it('counts reactions and knows which are one’s own', () => {
    const react = (seq: number, name: 'ReactionAdded' | 'ReactionRemoved', who: string) =>
      event(seq, { event: name, data: { messageId: 'm2', emoji: '👍' } }, who)
    const two = windowAfter(posted(2), react(3, 'ReactionAdded', 'ada'), react(4, 'ReactionAdded', 'me'))
    expect(first(two)?.reactions).toEqual([{ emoji: '👍', count: 2, mine: true, by: ['ada', 'me'] }])
    const one = applyEvent(two, react(5, 'ReactionRemoved', 'me'), 'me')
    expect(first(one)?.reactions).toEqual([{ emoji: '👍', count: 1, mine: false, by: ['ada'] }])
    const none = applyEvent(one, react(6, 'ReactionRemoved', 'ada'), 'me')
    expect(first(none)?.reactions).toEqual([])
  })

  it('knows whom it mentions, also after an edit', () => {
    const mentions = { accountIds: ['me'], channel: false, here: false }
    const data = { messageId: 'm2', clientMessageId: 'k2', body: '@me', replyTo: null, mentions }
    const posted = windowAfter(event(2, { event: 'MessagePosted', data }))
    expect(first(posted)?.mentions).toEqual(mentions)
    const everybody = { accountIds: [], channel: true, here: false }
    const edit = event(3, {
      event: 'MessageEdited',
      data: { messageId: 'm2', body: '@channel', mentions: everybody },
    })
    expect(first(applyEvent(posted, edit, 'me'))?.mentions).toEqual(everybody)
    const plain = event(4, { event: 'MessageEdited', data: { messageId: 'm2', body: 'nobody' } })
    expect(first(applyEvent(posted, plain, 'me'))?.mentions).toBeNull()
  })

  it('does not count a reaction that a fresher page counted already', () => {
    const fresh = { ...(first(windowAfter(posted(2))) as Message), asOf: 5 }
    const window = applyEvent(
      { ...EMPTY, seq: 3, messages: [{ ...fresh, reactions: [{ emoji: '👍', count: 1, mine: false }] }] },
      event(4, { event: 'ReactionAdded', data: { messageId: 'm2', emoji: '👍' } }),
      'me',
    )
    expect(first(window)?.reactions).toEqual([{ emoji: '👍', count: 1, mine: false }])
  })

  it('shows what is pinned until it is unpinned or deleted', () => {
    const pin = (seq: number, name: 'MessagePinned' | 'MessageUnpinned') =>
      event(seq, { event: name, data: { messageId: 'm2' } })
    expect(first(windowAfter(posted(2), pin(3, 'MessagePinned')))?.pinned).toBe(true)
    const unpinned = windowAfter(posted(2), pin(3, 'MessagePinned'), pin(4, 'MessageUnpinned'))
    expect(first(unpinned)?.pinned).toBe(false)
    const deleted = windowAfter(
      posted(2),
      pin(3, 'MessagePinned'),
      event(4, { event: 'MessageDeleted', data: { messageId: 'm2' } }),
    )
    expect(first(deleted)?.pinned).toBe(false)
  })

  it('tells what happened to the channel, but not who comes and goes', () => {
    const window = windowAfter(
      event(2, { event: 'ChannelRenamed', data: { name: 'attic' } }),
      event(3, { event: 'MemberJoined', data: { memberId: 'ada', role: 'MEMBER' } }),
      event(4, { event: 'MemberJoined', data: { memberId: 'bob', role: 'MEMBER' } }),
      event(5, { event: 'MemberLeft', data: { memberId: 'ada' } }),
    )
    expect(window.notices.map((notice) => notice.seq)).toEqual([2, 4])
    expect(window.seq).toBe(5)
  })

  it('shows a tombstone for a message that was deleted before one caught up', () => {
    const data = { messageId: 'm2', clientMessageId: 'k2', body: null, erased: true as const, replyTo: null }
    const window = windowAfter(
      event(2, { event: 'MessagePosted', data }),
      event(3, { event: 'MessageEdited', data: { messageId: 'm2', body: null } }),
      event(4, { event: 'MessageDeleted', data: { messageId: 'm2' } }),
    )
    expect(first(window)).toMatchObject({ body: null, deletedAt: AT })
  })

  it('passes over what this client does not know', () => {
    const window = windowAfter(posted(2), event(3, { event: 'Unknown', data: {} }), posted(4))
    expect(window.messages).toHaveLength(2)
    expect(window.seq).toBe(4)
  })

  it('shows an imported message with its own time', () => {
    const window = windowAfter(
      event(2, {
        event: 'MessageImported',
        data: {
          messageId: 'm2',
          clientMessageId: 'slack:1',
          writtenAt: '2015-12-02T17:30:00.002Z',
          editedAt: null,
          source: 'slack',
          body: '',
          replyTo: null,
        },
      }),
    )
    expect(first(window)).toMatchObject({ createdAt: '2015-12-02T17:30:00.002Z', body: '' })
  })
})
