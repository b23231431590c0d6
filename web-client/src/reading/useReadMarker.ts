import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { VirtualizerHandle } from 'virtua'
import { useChat } from '../app/ChatContext.tsx'
import { changeChannel, isMember, useChannels } from '../channels/channelsStore.ts'
import type { Row } from '../timeline/rows.ts'
import { timelineOf } from '../timeline/timelineStore.ts'
import type { TimelineWindow } from '../timeline/timelineWindow.ts'

/** Scrolling through history is one movement: it is told once. */
const SETTLED_MS = 400

/**
 * Tells the server how far one has read: only what was on the screen, and only while the page is visible and has the
 * focus.
 *
 * @returns to be called whenever something else may have come into view
 */
export function useReadMarker(
  channelId: string,
  loaded: TimelineWindow | undefined,
  list: RefObject<VirtualizerHandle | null>,
  rows: readonly Row[],
  isAtEnd: RefObject<boolean>,
): () => void {
  const { session, accountId } = useChat()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ loaded, rows })
  latest.current = { loaded, rows }

  const mark = useCallback(() => {
    const { loaded, rows } = latest.current
    if (!loaded || !isMember(channelId)) return
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return
    const seq = isAtEnd.current ? loaded.seq : lastVisibleSeq(list.current, rows)
    const channel = useChannels.getState().byId[channelId]
    if (!channel || channel.isKept || seq <= channel.readSeq || !session.isOnline) return
    // what an earlier visit left is not what there is to read
    if (timelineOf(channelId).keptAt !== undefined) return
    session.signal({ type: 'read', channelId, seq })
    const unread = loaded.messages.filter(
      (message) => message.seq > seq && message.authorId !== accountId && message.body !== null,
    )
    changeChannel(channelId, ({ unreadCount }) => ({
      readSeq: seq,
      unreadCount: loaded.hasNewer ? unreadCount : unread.length,
    }))
  }, [channelId, session, accountId, list, isAtEnd])

  const schedule = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      timer.current = undefined
      mark()
    }, SETTLED_MS)
  }, [mark])

  useEffect(() => {
    window.addEventListener('focus', schedule)
    document.addEventListener('visibilitychange', schedule)
    return () => {
      // who leaves at once has seen it all the same
      if (timer.current !== undefined) {
        clearTimeout(timer.current)
        timer.current = undefined
        mark()
      }
      window.removeEventListener('focus', schedule)
      document.removeEventListener('visibilitychange', schedule)
    }
  }, [schedule, mark])

  return schedule
}

function lastVisibleSeq(list: VirtualizerHandle | null, rows: readonly Row[]): number {
  if (!list) return -1
  const lastVisible = list.findItemIndex(list.scrollOffset + list.viewportSize)
  for (let index = Math.min(lastVisible, rows.length - 1); index >= 0; index--) {
    const row = rows[index]
    if (row?.kind === 'message') return row.message.seq
  }
  return -1
}
