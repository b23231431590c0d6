import type { ChannelEvent } from '@tidings/client'
import type { Channel } from './channelsStore.ts'

/** So many events are kept beyond one that is missing. */
const MOST_AHEAD = 200

/**
 * What an event changes about its channel as the list and the head show it. Events it already reflects change nothing. One
 * beyond a missing event shows, but the channel is not current to it.
 */
export function changesBy(channel: Channel, event: ChannelEvent, selfId: string): Partial<Channel> {
  if (event.seq <= channel.seq) return {}
  const changes = changesOf(channel, event, selfId)
  if (event.seq === channel.seq + 1) return { ...changes, seq: event.seq }
  return { ...changes, ahead: [...(channel.ahead ?? []), event].slice(-MOST_AHEAD) }
}

/** An answer of the read side, together with what is known beyond it. */
export function withKnown(answer: Channel, known: Channel | undefined, selfId: string): Channel {
  if (!known) return answer
  const { otherIds, ahead = [] } = known
  let channel: Channel = { ...answer, ...readingOf(answer, known), ...(otherIds ? { otherIds } : {}) }
  for (const event of ahead) channel = { ...channel, ...changesBy(channel, event, selfId) }
  return channel
}

/** What was read here a moment ago may not be known there yet. */
function readingOf(answer: Channel, known: Channel): Partial<Channel> {
  if (answer.myRole === null || answer.readSeq >= known.readSeq) return {}
  const mostUnread = known.readSeq >= answer.seq ? 0 : known.unreadCount + answer.seq - known.seq
  return { readSeq: known.readSeq, unreadCount: Math.min(answer.unreadCount, mostUnread) }
}

function changesOf(channel: Channel, event: ChannelEvent, selfId: string): Partial<Channel> {
  switch (event.event) {
    case 'MemberJoined':
      return {
        memberCount: channel.memberCount + 1,
        ...(event.data.memberId === selfId ? { myRole: event.data.role } : {}),
      }
    case 'MemberLeft':
      return {
        memberCount: channel.memberCount - 1,
        ...(event.data.memberId === selfId ? { myRole: null, unreadCount: 0 } : {}),
      }
    case 'MessagePosted':
    case 'MessageImported':
      return event.actorId !== selfId && event.data.body !== null && event.seq > channel.readSeq
        ? { unreadCount: channel.unreadCount + 1 }
        : {}
    case 'ChannelRenamed':
      return { name: event.data.name }
    case 'TopicChanged':
      return { topic: event.data.topic }
    case 'ChannelArchived':
      return { archived: true }
    case 'ChannelUnarchived':
      return { archived: false }
    case 'SlowModeSet':
      return { slowModeSeconds: event.data.seconds }
    case 'AnnouncementModeSet':
      return { announcement: event.data.on }
    case 'GuestsReadOnlySet':
      return { guestsReadOnly: event.data.on }
    case 'RoleChanged':
      return event.data.memberId === selfId ? { myRole: event.data.role } : {}
    case 'ChannelOpened':
    case 'DescriptionChanged':
    case 'MessageEdited':
    case 'MessageDeleted':
    case 'MessagePinned':
    case 'MessageUnpinned':
    case 'MemberBanned':
    case 'MemberUnbanned':
    case 'ReactionAdded':
    case 'ReactionRemoved':
    case 'Unknown':
      return {}
  }
}
