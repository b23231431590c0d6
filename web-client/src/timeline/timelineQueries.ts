import { type MinSeq, query } from '../graphql/query.ts'
import { metPeople, type Person } from '../people/peopleStore.ts'
import { type ChannelEvent, readChannelEvent } from '../realtime/channelEvent.ts'
import type { Message } from './message.ts'
import type { TimelinePage } from './timelineWindow.ts'

export const PAGE_SIZE = 50

/** Which piece of the timeline. */
export type Piece =
  | { last: number }
  | { last: number; before: string }
  | { first: number; after: string }
  | { around: string }

interface MessageNode {
  id: string
  seq: number
  author: Person
  body: string | null
  createdAt: string
  editedAt: string | null
  deletedAt: string | null
  replyTo: { id: string; body: string | null; author: Person } | null
  reactions: { emoji: string; count: number; mine: boolean }[]
  pinned: boolean
}

const PERSON = 'id username displayName bot'

const MESSAGES = `query Messages($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $around: ID) {
  channel(id: $id) {
    seq
    messages(first: $first, after: $after, last: $last, before: $before, around: $around) {
      pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
      edges {
        node {
          id seq body createdAt editedAt deletedAt
          author { ${PERSON} }
          replyTo { id body author { ${PERSON} } }
          reactions { emoji count mine } pinned
        }
      }
    }
  }
}`

/** A page of messages in the channel's order; undefined when the channel is unknown or hidden. */
export async function loadPage(
  channelId: string,
  piece: Piece,
  minSeq: number,
): Promise<TimelinePage | undefined> {
  const { channel } = await query<{
    channel: {
      seq: number
      messages: {
        pageInfo: {
          hasPreviousPage: boolean
          hasNextPage: boolean
          startCursor: string | null
          endCursor: string | null
        }
        edges: { node: MessageNode }[]
      }
    } | null
  }>(MESSAGES, { id: channelId, ...piece }, { channelId, seq: minSeq })
  if (!channel) return undefined
  const nodes = channel.messages.edges.map((edge) => edge.node)
  metPeople(nodes.flatMap((node) => (node.replyTo ? [node.author, node.replyTo.author] : [node.author])))
  const { pageInfo } = channel.messages
  return {
    seq: channel.seq,
    messages: nodes.map((node) => messageOf(node, channel.seq)),
    hasPrevious: pageInfo.hasPreviousPage,
    hasNext: pageInfo.hasNextPage,
    startCursor: pageInfo.startCursor,
    endCursor: pageInfo.endCursor,
  }
}

function messageOf(node: MessageNode, asOf: number): Message {
  return {
    id: node.id,
    seq: node.seq,
    authorId: node.author.id,
    body: node.body,
    createdAt: node.createdAt,
    editedAt: node.editedAt,
    deletedAt: node.deletedAt,
    replyTo: node.replyTo && {
      id: node.replyTo.id,
      authorId: node.replyTo.author.id,
      body: node.replyTo.body,
    },
    reactions: node.reactions,
    pinned: node.pinned,
    asOf,
  }
}

const AUTHOR = `query Author($id: ID!) { message(id: $id) { author { ${PERSON} } } }`

/** Learns the name of a message's author. */
export async function meetAuthor(messageId: string, minSeq: MinSeq): Promise<void> {
  const { message } = await query<{ message: { author: Person } | null }>(AUTHOR, { id: messageId }, minSeq)
  if (message) metPeople([message.author])
}

const EVENTS = `query Events($id: ID!, $afterSeq: Int!, $first: Int!) {
  channel(id: $id) { events(afterSeq: $afterSeq, first: $first) { channelId seq at event actorId data } }
}`
const EVENTS_PER_PAGE = 100
/** More than this and loading the newest page is cheaper than walking there. */
const WIDEST_GAP = 500

/** The events after `afterSeq` up to at least `upToSeq` as far as the server has them. */
export async function loadEvents(
  channelId: string,
  afterSeq: number,
  upToSeq: number,
): Promise<ChannelEvent[] | 'reset'> {
  if (upToSeq - afterSeq > WIDEST_GAP) return 'reset'
  const events: ChannelEvent[] = []
  let after = afterSeq
  while (after < upToSeq) {
    const { channel } = await query<{ channel: { events: unknown[] } | null }>(
      EVENTS,
      { id: channelId, afterSeq: after, first: EVENTS_PER_PAGE },
      { channelId, seq: upToSeq },
    )
    const page = (channel?.events ?? []).map(readChannelEvent).filter((event) => event !== undefined)
    events.push(...page)
    const last = page.at(-1)
    if (!last) break
    after = last.seq
  }
  return events
}
