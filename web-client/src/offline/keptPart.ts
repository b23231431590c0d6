import type { TimelineWindow } from '../timeline/timelineWindow.ts'

const MOST_MESSAGES = 200

/** The end of a timeline, without the cursors that only the server can go on from. */
export function keptPart(window: TimelineWindow): TimelineWindow {
  const messages = window.messages.slice(-MOST_MESSAGES)
  const from = messages[0]?.seq ?? -1
  const isCut = messages.length < window.messages.length
  return {
    ...window,
    messages,
    notices: window.notices.filter((notice) => !isCut || notice.seq >= from),
    hasOlder: window.hasOlder || isCut,
    startCursor: null,
    endCursor: null,
  }
}
