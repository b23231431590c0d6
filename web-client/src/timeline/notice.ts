import type { ChannelEvent, ChannelFact } from '@tidings/client'

type NoticeType =
  | 'MemberJoined'
  | 'MemberLeft'
  | 'MemberBanned'
  | 'MemberUnbanned'
  | 'RoleChanged'
  | 'ChannelRenamed'
  | 'TopicChanged'
  | 'DescriptionChanged'
  | 'ChannelArchived'
  | 'ChannelUnarchived'
  | 'SlowModeSet'
  | 'AnnouncementModeSet'
  | 'GuestsReadOnlySet'
  | 'MessagePinned'

/** What happened to the channel itself, told by a line between the messages. */
export interface Notice {
  /** Its place among the messages. */
  seq: number
  at: string
  actorId: string | null
  fact: Extract<ChannelFact, { event: NoticeType }>
}

/** @returns undefined for what is seen elsewhere, or is no news to a reader, such as one of many who come and go */
export function noticeOf(event: ChannelEvent): Notice | undefined {
  const notice = (fact: Notice['fact']): Notice => ({
    seq: event.seq,
    at: event.at,
    actorId: event.actorId,
    fact,
  })
  switch (event.event) {
    case 'MemberJoined':
    case 'MemberLeft':
      return event.actorId === event.data.memberId ? undefined : notice(event)
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
    case 'MessagePinned':
      return notice(event)
    case 'ChannelOpened':
    case 'MessagePosted':
    case 'MessageImported':
    case 'MessageEdited':
    case 'MessageDeleted':
    case 'MessageUnpinned':
    case 'ReactionAdded':
    case 'ReactionRemoved':
    case 'Unknown':
      return undefined
    default:
      return event satisfies never
  }
}

/** Everybody whom the line names. */
export function namedIn({ actorId, fact }: Notice): string[] {
  const members = 'memberId' in fact.data ? [fact.data.memberId] : []
  return actorId === null ? members : [actorId, ...members]
}
