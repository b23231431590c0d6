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
  /** Up to which event of the channel this is current: older events must not be applied again. */
  asOf: number
}

/** As much of another message as a reply shows. */
export interface Quote {
  id: string
  authorId: string | null
  body: string | null
}
