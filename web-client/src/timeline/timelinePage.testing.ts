import type { ChannelEvent } from '@tidings/client'
import type { Message } from './message.ts'
import type { TimelinePage } from './timelineWindow.ts'

/** A message as the read side told it after the event `asOf`. */
export function messageOf(seq: number, asOf: number): Message {
  return {
    id: `m${seq}`,
    seq,
    body: 'before',
    createdAt: '2026-11-24T03:04:05.678Z',
    editedAt: null,
    deletedAt: null,
    authorId: 'ada',
    replyTo: null,
    reactions: [],
    pinned: false,
    asOf,
  } as unknown as Message
}

/** The event by which a message got another body. */
export function edited(messageSeq: number, seq: number): ChannelEvent {
  return {
    channelId: 'c',
    seq,
    at: '2026-11-24T03:04:05.678Z',
    actorId: 'ada',
    event: 'MessageEdited',
    data: { messageId: `m${messageSeq}`, body: 'after' },
  } as ChannelEvent
}

/** The newest page of a channel that has older ones. */
export const PAGE: TimelinePage = {
  seq: 9,
  messages: [],
  notices: [],
  hasPrevious: true,
  hasNext: false,
  startCursor: 's',
  endCursor: 'e',
}
