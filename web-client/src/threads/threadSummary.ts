import { useChannel } from '../channels/channelsStore.ts'
import type { Message } from '../timeline/message.ts'
import { useTimeline } from '../timeline/timelineStore.ts'

/** As much of a thread as is said under the message that began it. */
export interface ThreadSummary {
  count: number
  /** When the last reply was written; undefined where later ones are not loaded. */
  lastAt: number | undefined
  /** Replies by others that oneself has not read. */
  unread: number
  /** Who answered, the latest first. */
  authorIds: readonly string[]
}

/** Many rows ask about the same messages. */
const repliesOf = new WeakMap<readonly Message[], Map<string, Message[]>>()

function repliesByRoot(messages: readonly Message[]): Map<string, Message[]> {
  let found = repliesOf.get(messages)
  if (!found) {
    found = new Map()
    for (const message of messages) {
      if (!message.threadRootId || message.deletedAt !== null) continue
      const replies = found.get(message.threadRootId)
      if (replies) replies.push(message)
      else found.set(message.threadRootId, [message])
    }
    repliesOf.set(messages, found)
  }
  return found
}

/** @param readSeq up to where oneself has read */
export function summaryOf(
  root: Message,
  messages: readonly Message[],
  reachesEnd: boolean,
  readSeq: number,
  selfId: string,
): ThreadSummary | undefined {
  const replies = repliesByRoot(messages).get(root.id) ?? []
  const count = reachesEnd ? replies.length : Math.max(replies.length, root.replyCount ?? 0)
  if (count === 0) return undefined
  const last = replies.at(-1)
  return {
    count,
    lastAt: reachesEnd && last ? Date.parse(last.createdAt) : undefined,
    unread: replies.filter(({ seq, authorId }) => seq > readSeq && authorId !== selfId).length,
    authorIds: [...new Set(replies.toReversed().map(({ authorId }) => authorId))],
  }
}

/** The thread that the message began; undefined where nobody has answered it. */
export function useThreadSummary(
  channelId: string,
  message: Message,
  selfId: string,
): ThreadSummary | undefined {
  const { window } = useTimeline(channelId)
  const channel = useChannel(channelId)
  if (!window || message.threadRootId) return undefined
  return summaryOf(message, window.messages, !window.hasNewer, channel?.readSeq ?? Infinity, selfId)
}
