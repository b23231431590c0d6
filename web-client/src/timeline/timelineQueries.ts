import {
  AuthorDocument,
  eventsBetween,
  type MessageFieldsFragment,
  MessagesDocument,
  type MinSeq,
} from '@tidings/client'
import { api } from '../account/api.ts'
import { type Person, rememberPeople } from '../people/peopleStore.ts'
import type { Message } from './message.ts'
import { type Notice, noticeOf } from './notice.ts'
import type { TimelinePage } from './timelineWindow.ts'

export const PAGE_SIZE = 50

/** Which piece of the timeline. */
export type Piece =
  | { last: number }
  | { last: number; before: string }
  | { first: number; after: string }
  | { around: string }

/** Where the pages beside this one end and begin. */
export interface Neighbours {
  afterSeq?: number | undefined
  upToSeq?: number | undefined
}

/** A page of messages in the channel's order; undefined when the channel is unknown or hidden. */
export async function loadPage(
  channelId: string,
  piece: Piece,
  minSeq: number,
  neighbours: Neighbours = {},
): Promise<TimelinePage | undefined> {
  const { channel } = await api.query(
    MessagesDocument,
    { id: channelId, ...piece },
    { channelId, seq: minSeq },
  )
  if (!channel) return undefined
  const nodes = channel.messages.edges.map((edge) => edge.node)
  rememberPeople(nodes.flatMap(peopleIn))
  const { pageInfo } = channel.messages
  const { afterSeq, upToSeq } = neighbours
  const from = afterSeq ?? (pageInfo.hasPreviousPage ? (nodes[0]?.seq ?? channel.seq) : -1)
  const to = upToSeq ?? (pageInfo.hasNextPage ? (nodes.at(-1)?.seq ?? channel.seq) : channel.seq)
  return {
    seq: channel.seq,
    messages: nodes.map((node) => messageOf(node, channel.seq)),
    notices: await noticesBetween(channelId, from, to),
    hasPrevious: pageInfo.hasPreviousPage,
    hasNext: pageInfo.hasNextPage,
    startCursor: pageInfo.startCursor,
    endCursor: pageInfo.endCursor,
  }
}

/** Of so many events before a page's end; one that was reacted to more often has only its last lines. */
const MAX_EVENTS = 300

/** The lines between messages come from the log. Without an answer the messages are shown all the same. */
async function noticesBetween(channelId: string, afterSeq: number, upToSeq: number): Promise<Notice[]> {
  const from = Math.max(afterSeq, upToSeq - MAX_EVENTS)
  const events = await eventsBetween(api, channelId, from, upToSeq).catch(() => [])
  if (events === 'reset') return []
  return events
    .filter(({ seq }) => seq <= upToSeq)
    .map(noticeOf)
    .filter((notice) => notice !== undefined)
}

/** Everybody whose name is needed to show the message. */
export function peopleIn(node: MessageFieldsFragment): Person[] {
  return [
    node.author,
    node.replyTo?.author,
    node.forwardedFrom?.author,
    ...node.mentions.accounts,
    ...node.reactions.flatMap(({ accounts }) => accounts),
  ].filter((person) => person !== undefined)
}

export function messageOf(node: MessageFieldsFragment, asOf: number): Message {
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
    reactions: node.reactions.map(({ emoji, count, mine, accounts }) => ({
      emoji,
      count,
      mine,
      by: accounts.map(({ id }) => id),
    })),
    pinned: node.pinned,
    threadRootId: node.threadRoot?.id ?? null,
    replyCount: node.replyCount,
    forwardedFrom: node.forwardedFrom && {
      authorId: node.forwardedFrom.author.id,
      original: node.forwardedFrom.message && {
        channelId: node.forwardedFrom.message.channel.id,
        messageId: node.forwardedFrom.message.id,
      },
    },
    mentions: {
      accountIds: node.mentions.accounts.map(({ id }) => id),
      channel: node.mentions.channel,
      here: node.mentions.here,
    },
    asOf,
  }
}

/** Learns the name of a message's author. */
export async function loadAuthorName(messageId: string, minSeq: MinSeq): Promise<void> {
  const { message } = await api.query(AuthorDocument, { id: messageId }, minSeq)
  if (message) rememberPeople([message.author])
}
