import type { OutboxEntry } from '@tidings/client'
import { type Row, rowsOf } from '../timeline/rows.ts'
import type { TimelineWindow } from '../timeline/timelineWindow.ts'
import { startOfDay } from '../timeline/times.ts'

export type ThreadRow = Row | { kind: 'replies'; key: string }

/** The lines of a thread: its first message, how many replies there are, the replies, and one's own on their way. */
export function threadRows(
  { messages, hasNewer }: TimelineWindow,
  outbox: readonly OutboxEntry[],
  unreadAfterSeq: number | undefined,
  selfId: string,
): ThreadRow[] {
  const [root, ...replies] = messages
  if (!root) return []
  const ids = new Set(messages.map(({ id }) => id))
  const own = hasNewer ? [] : outbox.filter(({ replyTo }) => replyTo !== null && ids.has(replyTo))
  const first = rowsOf([root], [], true, undefined, selfId)
  const rows = rowsOf(
    replies,
    // that they answer the first message is what being here says
    own.map((entry) => (entry.replyTo === root.id ? { ...entry, replyTo: null } : entry)),
    true,
    unreadAfterSeq,
    selfId,
  )
  return [
    ...first,
    { kind: 'replies', key: 'replies' },
    ...rows
      .filter((row) => row.kind !== 'date' || startOfDay(row.at) !== startOfDay(Date.parse(root.createdAt)))
      .map((row) => (row.kind === 'date' ? { ...row, key: `replies:${row.key}` } : row)),
  ]
}
