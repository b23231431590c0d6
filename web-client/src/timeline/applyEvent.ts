import type { ChannelEvent } from '@tidings/client'
import type { Mentions, Message, Quote } from './message.ts'
import { noticeOf } from './notice.ts'
import { added, removed } from './reactionCounts.ts'
import type { TimelineWindow } from './timelineWindow.ts'

/** The window after one more event of its channel. Events it already reflects change nothing. */
export function applyEvent(window: TimelineWindow, event: ChannelEvent, selfId: string): TimelineWindow {
  if (event.seq <= window.seq) return window
  const next = withNotice({ ...window, seq: event.seq }, event)
  switch (event.event) {
    case 'MessagePosted':
    case 'MessageImported':
      return append(next, messageOf(event, event.data, window.messages))
    case 'MessageEdited':
      return change(next, event, event.data.messageId, (message) => ({
        ...message,
        body: event.data.body,
        mentions: event.data.mentions ?? null,
        editedAt: event.at,
      }))
    case 'MessageDeleted':
      return change(next, event, event.data.messageId, (message) => ({
        ...message,
        body: null,
        deletedAt: event.at,
        reactions: [],
        pinned: false,
        mentions: null,
      }))
    case 'ReactionAdded':
      return change(next, event, event.data.messageId, (message) => ({
        ...message,
        reactions: added(message.reactions, event.data.emoji, event.actorId, selfId),
      }))
    case 'ReactionRemoved':
      return change(next, event, event.data.messageId, (message) => ({
        ...message,
        reactions: removed(message.reactions, event.data.emoji, event.actorId, selfId),
      }))
    case 'MessagePinned':
    case 'MessageUnpinned':
      return change(next, event, event.data.messageId, (message) => ({
        ...message,
        pinned: event.event === 'MessagePinned',
      }))
    case 'ChannelOpened':
    case 'MemberJoined':
    case 'MemberLeft':
    case 'MemberBanned':
    case 'MemberUnbanned':
    case 'RoleChanged':
    case 'ChannelRenamed':
    case 'TopicChanged':
    case 'DescriptionChanged':
    case 'ChannelArchived':
    case 'ChannelUnarchived':
    case 'SlowModeSet':
    case 'AnnouncementModeSet':
    case 'GuestsReadOnlySet':
    case 'Unknown':
      return next
  }
}

function withNotice(window: TimelineWindow, event: ChannelEvent): TimelineWindow {
  const notice = window.hasNewer ? undefined : noticeOf(event)
  return notice ? { ...window, notices: [...window.notices, notice] } : window
}

function messageOf(
  event: ChannelEvent,
  data: {
    messageId: string
    body: string | null
    replyTo: string | null
    writtenAt?: string
    editedAt?: string | null
    threadRoot?: string
    forwardedFrom?: { authorId: string }
    mentions?: Mentions
  },
  known: readonly Message[],
): Message {
  return {
    id: data.messageId,
    seq: event.seq,
    authorId: event.actorId ?? '',
    body: data.body,
    createdAt: data.writtenAt ?? event.at,
    editedAt: data.editedAt ?? null,
    deletedAt: null,
    replyTo: data.replyTo === null ? null : quoteOf(data.replyTo, known),
    reactions: [],
    pinned: false,
    threadRootId: data.threadRoot ?? rootOf(data.replyTo, known),
    forwardedFrom: data.forwardedFrom ? { authorId: data.forwardedFrom.authorId, original: null } : null,
    mentions: data.mentions ?? null,
    asOf: event.seq,
  }
}

/** Events of imported messages do not name their thread: it is that of what they answer. */
function rootOf(replyTo: string | null, known: readonly Message[]): string | null {
  if (replyTo === null) return null
  return known.find((message) => message.id === replyTo)?.threadRootId ?? replyTo
}

function quoteOf(id: string, known: readonly Message[]): Quote {
  const message = known.find((candidate) => candidate.id === id)
  return { id, authorId: message?.authorId ?? null, body: message?.body ?? null }
}

function append(window: TimelineWindow, message: Message): TimelineWindow {
  if (window.hasNewer || window.messages.some((known) => known.id === message.id)) return window
  return { ...window, messages: [...window.messages, message] }
}

function change(
  window: TimelineWindow,
  event: ChannelEvent,
  messageId: string,
  changed: (message: Message) => Message,
): TimelineWindow {
  let found = false
  const messages = window.messages.map((message) => {
    if (message.id === messageId && message.asOf < event.seq) {
      found = true
      return { ...changed(message), asOf: event.seq }
    }
    return message
  })
  return found ? { ...window, messages } : window
}
