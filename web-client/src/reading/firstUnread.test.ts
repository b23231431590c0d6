// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../account/api.ts'
import type { Message } from '../timeline/message.ts'
import { rowsOf } from '../timeline/rows.ts'
import { placeToReturnTo, rememberPlace } from '../timeline/scrollPlaces.ts'
import { findFirstUnread } from './firstUnread.ts'
import { firstUnread } from './useUnreadAbove.ts'

const AT = '2026-11-24T03:04:05.678Z'

const message = (seq: number) =>
  ({
    id: `m${seq}`,
    seq,
    authorId: 'bob',
    body: 'hi',
    createdAt: AT,
    editedAt: null,
    deletedAt: null,
    replyTo: null,
    threadRootId: null,
    reactions: [],
    pinned: false,
    asOf: 9,
  }) as unknown as Message

describe('where the unread part begins', () => {
  const messages = [message(5), message(6), message(7)]
  const find = (hasOlder: boolean, afterSeq: number) =>
    firstUnread(rowsOf(messages, [], hasOlder, afterSeq, 'ada'), { messages, hasOlder }, afterSeq)

  it('is at the divider when what was read last is loaded too', () => {
    expect(find(true, 5)).toEqual({ index: 2, since: Date.parse(AT) })
  })

  it('is not known while older messages may be unread as well', () => {
    expect(find(true, 3)).toEqual({ index: undefined, since: undefined })
    expect(find(false, 3).since).toBe(Date.parse(AT))
  })
})

describe('the first unread message', () => {
  beforeEach(() => {
    const event = (seq: number, event: string, actorId: string) => ({
      channelId: 'c',
      seq,
      at: AT,
      actorId,
      event,
      data: { messageId: `m${seq}`, clientMessageId: `k${seq}`, body: 'hi', replyTo: null, name: 'loft' },
    })
    vi.spyOn(api, 'query').mockResolvedValue({
      channel: {
        events: [
          event(4, 'ChannelRenamed', 'bob'),
          event(5, 'MessagePosted', 'ada'),
          event(6, 'MessagePosted', 'bob'),
          event(7, 'MessagePosted', 'bob'),
        ],
      },
    } as never)
  })
  afterEach(() => vi.restoreAllMocks())

  it('is the first of somebody else after the read marker', async () => {
    expect(await findFirstUnread('c', 3, 'ada')).toBe('m6')
  })
})

describe('the place in a timeline', () => {
  const place = { rowKey: 'm5', beyond: 12 }

  it('is kept for the way back, and for no other', () => {
    rememberPlace('c', place)
    expect(placeToReturnTo('c')).toBeUndefined()
    window.dispatchEvent(new PopStateEvent('popstate'))
    expect(placeToReturnTo('c')).toEqual(place)
    expect(placeToReturnTo('d')).toBeUndefined()
    window.dispatchEvent(new Event('pushState'))
    expect(placeToReturnTo('c')).toBeUndefined()
  })
})
