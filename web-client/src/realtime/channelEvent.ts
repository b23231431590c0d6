/** What happens in a channel; the same facts as the event log's, in the JSON of `docs/asyncapi.yaml`. */
export type ChannelFact =
  | {
      event: 'ChannelOpened'
      data: { name: string | null; topic: string | null; visibility: 'PUBLIC' | 'PRIVATE' | 'DIRECT' }
    }
  | { event: 'MemberJoined'; data: { memberId: string; role: string } }
  | { event: 'MemberLeft'; data: { memberId: string } }
  | {
      event: 'MessagePosted'
      data: { messageId: string; clientMessageId: string; body: string; replyTo: string | null }
    }
  | {
      event: 'MessageImported'
      data: {
        messageId: string
        clientMessageId: string
        writtenAt: string
        editedAt: string | null
        source: string
        body: string
        replyTo: string | null
      }
    }
  | { event: 'MessageEdited'; data: { messageId: string; body: string } }
  | { event: 'MessageDeleted'; data: { messageId: string } }
  | { event: 'ReactionAdded'; data: { messageId: string; emoji: string } }
  | { event: 'ReactionRemoved'; data: { messageId: string; emoji: string } }

/** A fact in its place: `seq` has no gaps within a channel and starts at 0. */
export type ChannelEvent = ChannelFact & {
  channelId: string
  seq: number
  /** RFC 3339, UTC */
  at: string
  /** The account that acted; null when nobody in particular did. */
  actorId: string | null
}
