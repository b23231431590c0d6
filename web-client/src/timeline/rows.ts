import type { OutboxEntry } from '@tidings/client'
import type { Message } from './message.ts'
import type { Notice } from './notice.ts'

export type Row =
  | { kind: 'start'; key: string }
  | { kind: 'date'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | { kind: 'message'; key: string; message: Message; isContinued: boolean }
  | { kind: 'notice'; key: string; notices: readonly Notice[] }
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
  notices: readonly Notice[] = [],
): Row[] {
  const rows: Row[] = hasOlder ? [] : [{ kind: 'start', key: 'start' }]
  let before: Before | undefined
  let day: number | undefined
  // imported messages may go back in time, so a day can come more than once
  const timesOfDay = new Map<string, number>()
  let isDivided = unreadAfterSeq === undefined

  const dateIfNew = (at: number) => {
    if (day !== undefined && isSameDay(day, at)) return
    day = at
    const name = `date:${new Date(at).toDateString()}:${rows.length === 0}`
    const times = timesOfDay.get(name) ?? 0
    timesOfDay.set(name, times + 1)
    rows.push({ kind: 'date', key: `${name}:${times}`, at })
    before = undefined
  }

  const pending = groupsOf(notices)
  const noticesBefore = (seq: number) => {
    for (let group = pending[0]; group?.[0] && group[0].seq < seq; group = pending[0]) {
      dateIfNew(Date.parse(group[0].at))
      rows.push({ kind: 'notice', key: `notice:${group[0].seq}`, notices: group })
      pending.shift()
      before = undefined
    }
  }

  for (const message of messages) {
    noticesBefore(message.seq)
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
  noticesBefore(Infinity)
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

/** What one person did to several others in one go is one line, and a ban says that somebody was removed as well. */
function groupsOf(notices: readonly Notice[]): Notice[][] {
  const groups: Notice[][] = []
  for (const notice of notices) {
    const last = groups.at(-1)
    const previous = last?.at(-1)
    if (last && previous && isBanOf(previous, notice)) last[last.length - 1] = notice
    else if (previous && isBanOf(notice, previous)) continue
    else if (last && previous && isMoreOf(previous, notice)) last.push(notice)
    else groups.push([notice])
  }
  return groups
}

/** Of a member a ban is two events: the ban, then the leave; logs of older versions have them the other way round. */
function isBanOf(removal: Notice, ban: Notice): boolean {
  return (
    removal.fact.event === 'MemberLeft' &&
    ban.fact.event === 'MemberBanned' &&
    removal.fact.data.memberId === ban.fact.data.memberId &&
    Math.abs(ban.seq - removal.seq) === 1
  )
}

function isMoreOf(first: Notice, next: Notice): boolean {
  return (
    first.fact.event === next.fact.event &&
    (next.fact.event === 'MemberJoined' || next.fact.event === 'MemberLeft') &&
    first.actorId === next.actorId &&
    next.seq === first.seq + 1
  )
}
