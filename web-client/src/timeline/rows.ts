import type { OutboxEntry } from '../outbox/outbox.ts'
import type { Message } from './message.ts'

export type Row =
  | { kind: 'start'; key: string }
  | { kind: 'date'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | { kind: 'message'; key: string; message: Message; isContinued: boolean }
  | { kind: 'outbox'; key: string; entry: OutboxEntry; isContinued: boolean }

/** Messages of one author within so long stand under one name. */
const CONTINUED_WITHIN_MS = 5 * 60_000

interface Before {
  authorId: string
  at: number
}

/**
 * The lines of a timeline.
 *
 * @param unreadAfterSeq where the unread part began when the channel was entered; undefined when nothing was unread
 */
export function rowsOf(
  messages: readonly Message[],
  outbox: readonly OutboxEntry[],
  hasOlder: boolean,
  unreadAfterSeq: number | undefined,
  selfId: string,
): Row[] {
  const rows: Row[] = hasOlder ? [] : [{ kind: 'start', key: 'start' }]
  let before: Before | undefined
  let isDivided = unreadAfterSeq === undefined

  const dateIfNew = (at: number) => {
    if (before !== undefined && isSameDay(before.at, at)) return
    rows.push({ kind: 'date', key: `date:${new Date(at).toDateString()}:${rows.length === 0}`, at })
    before = undefined
  }

  for (const message of messages) {
    const at = Date.parse(message.createdAt)
    dateIfNew(at)
    if (!isDivided && message.seq > (unreadAfterSeq ?? 0) && message.authorId !== selfId) {
      rows.push({ kind: 'unread', key: 'unread' })
      isDivided = true
      before = undefined
    }
    const isContinued = message.replyTo === null && continues(before, message.authorId, at)
    rows.push({ kind: 'message', key: message.id, message, isContinued })
    before = { authorId: message.authorId, at }
  }
  for (const entry of outbox) {
    dateIfNew(entry.writtenAt)
    const isContinued = entry.replyTo === null && continues(before, selfId, entry.writtenAt)
    rows.push({ kind: 'outbox', key: entry.clientMessageId, entry, isContinued })
    before = { authorId: selfId, at: entry.writtenAt }
  }
  return rows
}

function continues(before: Before | undefined, authorId: string, at: number): boolean {
  return before !== undefined && before.authorId === authorId && at - before.at < CONTINUED_WITHIN_MS
}

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}
