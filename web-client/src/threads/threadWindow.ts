import type { ChannelEvent } from '@tidings/client'
import { applyEvent } from '../timeline/applyEvent.ts'
import type { Message } from '../timeline/message.ts'
import { type TimelineWindow, windowOf, withNewer } from '../timeline/timelineWindow.ts'
import type { ThreadPage } from './threadQueries.ts'

/** The message that began the thread, then its replies: a piece of the channel in which nothing else is seen. */
export function threadOf(page: ThreadPage): TimelineWindow {
  return tidied(windowOf(timelinePage(page, [page.root, ...page.replies])), page.root.id)
}

export function withLater(window: TimelineWindow, page: ThreadPage): TimelineWindow {
  return tidied(withNewer(window, timelinePage(page, page.replies)), page.root.id)
}

/** What a loaded timeline shows of the thread, until the server has said the rest; undefined without its beginning. */
export function threadWithin(
  timeline: TimelineWindow | undefined,
  rootId: string,
): TimelineWindow | undefined {
  const root = timeline?.messages.find((message) => message.id === rootId)
  if (!timeline || !root) return undefined
  const replies = timeline.messages.filter((message) => message.threadRootId === rootId)
  return tidied({ ...timeline, messages: [root, ...replies], notices: [], hasOlder: false }, rootId)
}

/** The thread after one more event of its channel. */
export function threadAfter(
  window: TimelineWindow,
  event: ChannelEvent,
  rootId: string,
  selfId: string,
): TimelineWindow {
  const next = applyEvent(window, event, selfId)
  if (next.messages === window.messages) return { ...next, notices: [] }
  return tidied(next, rootId)
}

/** Replies that are deleted or belong elsewhere are not seen, and that they answer the root is not said of each. */
function tidied(window: TimelineWindow, rootId: string): TimelineWindow {
  const messages = window.messages
    .filter(({ id, threadRootId, deletedAt }) => id === rootId || (threadRootId === rootId && !deletedAt))
    .map((message) => (message.replyTo?.id === rootId ? { ...message, replyTo: null } : message))
  return { ...window, messages, notices: [] }
}

function timelinePage(page: ThreadPage, messages: Message[]) {
  return {
    seq: page.seq,
    messages,
    notices: [],
    hasPrevious: false,
    hasNext: page.hasNext,
    startCursor: null,
    endCursor: page.endCursor,
  }
}
