export type Role = 'OWNER' | 'ADMIN' | 'MODERATOR' | 'MEMBER' | 'GUEST'

/** What happens in a channel; the same facts as the event log's, in the JSON of `docs/asyncapi.yaml`. */
export type ChannelFact =
  | {
      event: 'ChannelOpened'
      data: { name: string | null; topic: string | null; visibility: 'PUBLIC' | 'PRIVATE' | 'DIRECT' }
    }
  | { event: 'MemberJoined'; data: { memberId: string; role: Role } }
  | { event: 'MemberLeft'; data: { memberId: string } }
  | {
      event: 'MessagePosted'
      /** Without its body where it is deleted by now. */
      data: { messageId: string; clientMessageId: string; body: string | null; replyTo: string | null }
    }
  | {
      event: 'MessageImported'
      data: {
        messageId: string
        clientMessageId: string
        writtenAt: string
        editedAt: string | null
        source: string
        body: string | null
        replyTo: string | null
      }
    }
  | { event: 'MessageEdited'; data: { messageId: string; body: string | null } }
  | { event: 'MessageDeleted'; data: { messageId: string } }
  | { event: 'ReactionAdded'; data: { messageId: string; emoji: string } }
  | { event: 'ReactionRemoved'; data: { messageId: string; emoji: string } }
  | { event: 'ChannelRenamed'; data: { name: string } }
  | { event: 'TopicChanged'; data: { topic: string | null } }
  | { event: 'DescriptionChanged'; data: { description: string | null } }
  | { event: 'ChannelArchived'; data: object }
  | { event: 'ChannelUnarchived'; data: object }
  | { event: 'SlowModeSet'; data: { seconds: number } }
  | { event: 'AnnouncementModeSet'; data: { on: boolean } }
  | { event: 'GuestsReadOnlySet'; data: { on: boolean } }
  | { event: 'RoleChanged'; data: { memberId: string; role: Role } }
  | { event: 'MemberBanned'; data: { memberId: string } }
  | { event: 'MemberUnbanned'; data: { memberId: string } }
  | { event: 'MessagePinned'; data: { messageId: string } }
  | { event: 'MessageUnpinned'; data: { messageId: string } }
  /** What a newer server says and this client does not know: it has its place in the order and shows nothing. */
  | { event: 'Unknown'; data: object }

/** A fact in its place: `seq` has no gaps within a channel and starts at 0. */
export type ChannelEvent = ChannelFact & {
  channelId: string
  seq: number
  /** RFC 3339, UTC */
  at: string
  /** The account that acted; null when nobody in particular did. */
  actorId: string | null
}

type KnownType = Exclude<ChannelFact['event'], 'Unknown'>

/** Every type of the log's catalogue; one that is missing, or too many, does not compile. A test holds it to the documents. */
const KNOWN_TYPES: Readonly<Record<KnownType, true>> = {
  ChannelOpened: true,
  MemberJoined: true,
  MemberLeft: true,
  MessagePosted: true,
  MessageImported: true,
  MessageEdited: true,
  MessageDeleted: true,
  ReactionAdded: true,
  ReactionRemoved: true,
  ChannelRenamed: true,
  TopicChanged: true,
  DescriptionChanged: true,
  ChannelArchived: true,
  ChannelUnarchived: true,
  SlowModeSet: true,
  AnnouncementModeSet: true,
  GuestsReadOnlySet: true,
  RoleChanged: true,
  MemberBanned: true,
  MemberUnbanned: true,
  MessagePinned: true,
  MessageUnpinned: true,
}

export function knownEventTypes(): string[] {
  return Object.keys(KNOWN_TYPES)
}

/**
 * Reads an event as the socket and GraphQL send it.
 *
 * @returns undefined when it has no place in a channel's order, so that nothing can be done with it
 */
export function readChannelEvent(value: unknown): ChannelEvent | undefined {
  if (!isObject(value)) return undefined
  const { channelId, seq, at, event, data, actorId } = value
  if (typeof channelId !== 'string' || !Number.isSafeInteger(seq)) return undefined
  const place = {
    channelId,
    seq: seq as number,
    at: typeof at === 'string' ? at : new Date(0).toISOString(),
    actorId: typeof actorId === 'string' ? actorId : null,
  }
  const isKnown = typeof event === 'string' && Object.hasOwn(KNOWN_TYPES, event) && isObject(data)
  return isKnown ? ({ ...place, event, data } as ChannelEvent) : { ...place, event: 'Unknown', data: {} }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
