import { type RefObject, useCallback, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { Row } from '../timeline/rows.ts'
import type { TimelineWindow } from '../timeline/timelineWindow.ts'

export interface UnreadAbove {
  /** Where the unread part begins; undefined while that is not loaded. */
  index: number | undefined
  since: number | undefined
}

/**
 * Whether the unread part of this visit begins above what is seen, and was not seen yet.
 *
 * @returns that, what to call when something else may have come into view, and how to end it
 */
export function useUnreadAbove(
  list: RefObject<VirtualizerHandle | null>,
  rows: readonly Row[],
  loaded: TimelineWindow | undefined,
  unreadAfterSeq: number | undefined,
): [UnreadAbove | undefined, (isSettled: boolean) => void, () => void] {
  const [isEnded, setIsEnded] = useState(false)
  const [isAbove, setIsAbove] = useState(false)
  const end = useCallback(() => setIsEnded(true), [])
  const isWanted = unreadAfterSeq !== undefined && !isEnded && loaded !== undefined
  const first = isWanted ? firstUnread(rows, loaded, unreadAfterSeq) : undefined

  function look(isSettled: boolean) {
    const view = list.current
    if (!isWanted || !view || view.viewportSize === 0) return
    if (first?.index === undefined) {
      setIsAbove(true)
      return
    }
    const top = view.getItemOffset(first.index)
    setIsAbove(top < view.scrollOffset)
    // new rows are measured before the view has followed them
    if (isSettled && top >= view.scrollOffset && top < view.scrollOffset + view.viewportSize) end()
  }
  return [isAbove ? first : undefined, look, end]
}

/** The list's first message may have unread ones before it that are not loaded: then it is not the first. */
export function firstUnread(
  rows: readonly Row[],
  { messages, hasOlder }: Pick<TimelineWindow, 'messages' | 'hasOlder'>,
  unreadAfterSeq: number,
): UnreadAbove {
  const isLoaded = !hasOlder || (messages[0]?.seq ?? Infinity) <= unreadAfterSeq
  const index = isLoaded ? rows.findIndex((row) => row.kind === 'unread') : -1
  const next = rows[index + 1]
  if (index === -1 || next?.kind !== 'message') return { index: undefined, since: undefined }
  return { index, since: Date.parse(next.message.createdAt) }
}
