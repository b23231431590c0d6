import type { ChannelEvent } from '@tidings/client'
import type { Channel } from './channelsStore.ts'

/** What an event changes about its channel as the list and the head show it. Events it already reflects change nothing. */
export function changesBy(channel: Channel, event: ChannelEvent, selfId: string): Partial<Channel> {
  if (event.seq <= channel.seq) return {}
  const changes = changesOf(channel, event, selfId)
  return Object.keys(changes).length === 0 ? changes : { ...changes, seq: event.seq }
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
