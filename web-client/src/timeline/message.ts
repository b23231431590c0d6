export interface Reaction {
  emoji: string
  count: number
  /** Whether oneself is among them. */
  mine: boolean
  /** Those who reacted first, at most twenty. */
  by?: readonly string[]
}

/** Whom a body mentions. */
export interface Mentions {
  accountIds: readonly string[]
  /** `@channel`: every member. */
  channel: boolean
  /** `@here`: every member who was online. */
  here: boolean
}

export interface Message {
  id: string
  /** Its place in the channel. */
  seq: number
  authorId: string
  /** Null once deleted. */
  body: string | null
  createdAt: string
  editedAt: string | null
  deletedAt: string | null
  replyTo: Quote | null
  reactions: readonly Reaction[]
  pinned: boolean
  /** The message that began the thread that this one belongs to; null or absent where it is in none. */
  threadRootId?: string | null
  /** How many messages answered this one itself when it was loaded; later ones are counted where they are shown. */
  replyCount?: number
  /** Where the body was taken from; null or absent where it was written here. */
  forwardedFrom?: Forwarded | null
  /** Null or absent where nobody is mentioned. */
  mentions?: Mentions | null
  /** Up to which event of the channel this is current: older events must not be applied again. */
  asOf: number
}

/** As much of another message as a reply shows. */
export interface Quote {
  id: string
  authorId: string | null
  body: string | null
}

/** Whether a message calls somebody: by name, or with everybody. */
export function isMentioned({ mentions }: Message, accountId: string): boolean {
  if (!mentions) return false
  return mentions.channel || mentions.here || mentions.accountIds.includes(accountId)
}

/** Whose words a forwarded message repeats. */
export interface Forwarded {
  authorId: string
  /** Where they stand; null where oneself may not read them, or does not know yet. */
  original: { channelId: string; messageId: string } | null
}
