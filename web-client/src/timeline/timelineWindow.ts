import type { Message } from './message.ts'
import type { Notice } from './notice.ts'

/** A contiguous piece of a channel's messages, in the channel's order. */
export interface TimelineWindow {
  /** The last event that is reflected here. */
  seq: number
  messages: readonly Message[]
  /** What happened to the channel, in the channel's order. */
  notices: readonly Notice[]
  hasOlder: boolean
  /** False at the live end; while true, new messages are not added. */
  hasNewer: boolean
  startCursor: string | null
  endCursor: string | null
}

export interface TimelinePage {
  seq: number
  messages: readonly Message[]
  /** What happened to the channel among these messages. */
  notices: readonly Notice[]
  hasPrevious: boolean
  hasNext: boolean
  startCursor: string | null
  endCursor: string | null
}

export function windowOf(page: TimelinePage): TimelineWindow {
  return {
    seq: page.seq,
    messages: page.messages,
    notices: page.notices,
    hasOlder: page.hasPrevious,
    hasNewer: page.hasNext,
    startCursor: page.startCursor,
    endCursor: page.endCursor,
  }
}

export function withOlder(window: TimelineWindow, page: TimelinePage): TimelineWindow {
  return {
    ...window,
    messages: merge(page.messages, window.messages),
    notices: mergeNotices(page.notices, window.notices),
    hasOlder: page.hasPrevious,
    startCursor: page.startCursor ?? window.startCursor,
  }
}

/**
 * Adds a newer page. The live end is reached only when the page knows of everything this window knows of: a page of a
 * moment earlier may lack the newest message.
 */
export function withNewer(window: TimelineWindow, page: TimelinePage): TimelineWindow {
  return {
    ...window,
    messages: merge(window.messages, page.messages),
    notices: mergeNotices(window.notices, page.notices),
    hasNewer: page.hasNext || page.seq < window.seq,
    endCursor: page.endCursor ?? window.endCursor,
  }
}

function mergeNotices(first: readonly Notice[], second: readonly Notice[]): Notice[] {
  const bySeq = new Map([...first, ...second].map((notice) => [notice.seq, notice]))
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

/** Pages overlap when messages come in meanwhile; of two versions the fresher one stays. */
function merge(first: readonly Message[], second: readonly Message[]): Message[] {
  const byId = new Map<string, Message>()
  for (const message of [...first, ...second]) {
    const known = byId.get(message.id)
    if (!known || known.asOf <= message.asOf) byId.set(message.id, message)
  }
  return [...byId.values()].sort((a, b) => a.seq - b.seq)
}
