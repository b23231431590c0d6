import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { Row } from './rows.ts'
import type { ScrollPlace } from './scrollPlaces.ts'
import type { Timeline } from './timelineStore.ts'

/** Opens a channel where reading goes on: at a wanted message, else where it was left, else at the first unread one, else at the end. */
export function useFirstPosition(
  list: RefObject<VirtualizerHandle | null>,
  rows: readonly Row[],
  target: Timeline['target'],
  isAtEnd: RefObject<boolean>,
  unreadAfterSeq: number | undefined,
  place: ScrollPlace | undefined,
): void {
  const isPlaced = useRef(false)
  const reached = useRef<number>(undefined)

  useLayoutEffect(() => {
    if (target && reached.current !== target.at) {
      const index = rows.findIndex((row) => row.kind === 'message' && row.message.id === target.messageId)
      if (index === -1) return
      reached.current = target.at
      isPlaced.current = true
      isAtEnd.current = false
      list.current?.scrollToIndex(index, { align: 'center' })
      return
    }
    if (isPlaced.current || rows.length === 0) return
    isPlaced.current = true
    const left = place ? rows.findIndex((row) => row.key === place.rowKey) : -1
    if (place && left !== -1) {
      isAtEnd.current = false
      list.current?.scrollToIndex(left, { align: 'start', offset: place.beyond })
      return
    }
    const unread = unreadAfterSeq === undefined ? -1 : rows.findIndex((row) => row.kind === 'unread')
    if (unread > 0) {
      isAtEnd.current = false
      list.current?.scrollToIndex(unread, { align: 'start', offset: -80 })
    } else {
      list.current?.scrollToIndex(rows.length - 1, { align: 'end' })
    }
  }, [list, rows, target, isAtEnd, unreadAfterSeq, place])
}
