import { ThreadDocument } from '@tidings/client'
import { api } from '../account/api.ts'
import { rememberPeople } from '../people/peopleStore.ts'
import type { Message } from '../timeline/message.ts'
import { messageOf, peopleIn } from '../timeline/timelineQueries.ts'

const PAGE_SIZE = 100

export interface ThreadPage {
  /** The last event of the channel that the page knows of. */
  seq: number
  root: Message
  replies: Message[]
  hasNext: boolean
  endCursor: string | null
  /** Of the whole thread. */
  replyCount: number
  unreadCount: number
}

/** A page of a thread, its oldest replies first; undefined when there is none in this channel that oneself may read. */
export async function loadThreadPage(
  channelId: string,
  rootId: string,
  after: string | null,
  minSeq: number,
): Promise<ThreadPage | undefined> {
  const { channel, thread } = await api.query(
    ThreadDocument,
    { channelId, rootId, first: PAGE_SIZE, after },
    { channelId, seq: minSeq },
  )
  if (!channel || thread?.root.channel.id !== channelId) return undefined
  const nodes = thread.replies.edges.map((edge) => edge.node)
  rememberPeople([thread.root, ...nodes].flatMap(peopleIn))
  return {
    seq: channel.seq,
    root: messageOf(thread.root, channel.seq),
    replies: nodes.map((node) => messageOf(node, channel.seq)),
    hasNext: thread.replies.pageInfo.hasNextPage,
    endCursor: thread.replies.pageInfo.endCursor,
    replyCount: thread.replyCount,
    unreadCount: thread.unreadCount,
  }
}
