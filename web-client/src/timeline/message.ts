export interface Reaction {
  emoji: string
  count: number
  /** Whether oneself is among them. */
  mine: boolean
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
  /** Where the body was taken from; null or absent where it was written here. */
  forwardedFrom?: Forwarded | null
  /** Up to which event of the channel this is current: older events must not be applied again. */
  asOf: number
}

/** As much of another message as a reply shows. */
export interface Quote {
  id: string
  authorId: string | null
  body: string | null
}

/** Whose words a forwarded message repeats. */
export interface Forwarded {
  authorId: string
  /** Where they stand; null where oneself may not read them, or does not know yet. */
  original: { channelId: string; messageId: string } | null
}
