import { PinsDocument } from '@tidings/client'
import { api } from '../account/api.ts'
import { rememberPeople } from '../people/peopleStore.ts'
import type { Message } from '../timeline/message.ts'
import { messageOf, peopleIn } from '../timeline/timelineQueries.ts'

/** As many as a channel can have. */
const MOST_PINS = 100

export interface PinPage {
  /** The last event of the channel that the page knows of. */
  seq: number
  /** The newest pin first. */
  messages: Message[]
  /** By message. */
  pinnings: ReadonlyMap<string, Pinning>
}

export interface Pinning {
  at: string
  /** Null where that is not known. */
  byId: string | null
}

/** What is pinned in a channel; undefined where it is unknown or hidden. */
export async function loadPins(channelId: string, minSeq: number): Promise<PinPage | undefined> {
  const { channel } = await api.query(
    PinsDocument,
    { channelId, first: MOST_PINS, after: null },
    { channelId, seq: minSeq },
  )
  if (!channel) return undefined
  const { edges } = channel.pins
  rememberPeople(edges.flatMap(({ node, pinnedBy }) => [...peopleIn(node), ...(pinnedBy ? [pinnedBy] : [])]))
  return {
    seq: channel.seq,
    messages: edges.map(({ node }) => messageOf(node, channel.seq)),
    pinnings: new Map(
      edges.map(({ node, pinnedAt, pinnedBy }) => [node.id, { at: pinnedAt, byId: pinnedBy?.id ?? null }]),
    ),
  }
}

export async function setPin(channelId: string, messageId: string, pinned: boolean): Promise<void> {
  await api.call(pinned ? 'PUT' : 'DELETE', '/api/channels/{channelId}/pins/{messageId}', {
    params: { channelId, messageId },
  })
}
