import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import { useChat } from '../app/ChatContext.tsx'
import { useConnection } from '../connection/connectionStore.ts'
import { useOutbox } from '../outbox/outboxStore.ts'
import { findFirstUnread } from '../reading/firstUnread.ts'
import { markAllRead } from '../reading/markAllRead.ts'
import { useReadMarker } from '../reading/useReadMarker.ts'
import { useUnreadAbove } from '../reading/useUnreadAbove.ts'
import { type Row, rowsOf } from './rows.ts'
import { StickyDate } from './StickyDate.tsx'
import { placeIn, placeToReturnTo, rememberPlace } from './scrollPlaces.ts'
import { TimelineRow } from './TimelineRow.tsx'
import { ToLatest } from './ToLatest.tsx'
import { useTimeline } from './timelineStore.ts'
import { useDateInView } from './useDateInView.ts'
import { useFirstPosition } from './useFirstPosition.ts'
import { usePrepended } from './usePrepended.ts'
import { useRowKeys } from './useRowKeys.ts'

const UnreadBar = lazy(async () => ({ default: (await import('../reading/UnreadBar.tsx')).UnreadBar }))

/** So near to the edge the next page is fetched. */
const FETCH_WITHIN_PX = 800
/** So near to the end counts as being there. */
const END_WITHIN_PX = 40
const NOTHING: [] = []

interface TimelineListProps {
  channelId: string
  unreadAfterSeq: number | undefined
  /** How many were unread when the channel was entered. */
  unreadCount: number
  /** Whether it goes on where another list of this visit was. */
  keepsPlace: boolean
}

/** The messages, virtualised. What is being read stays where it is, whatever comes in above or below. */
export function TimelineList({ channelId, unreadAfterSeq, unreadCount, keepsPlace }: TimelineListProps) {
  const { t } = useTranslation()
  const { timelines, accountId, session } = useChat()
  const { window: loaded, target } = useTimeline(channelId)
  const outbox = useOutbox((state) => state.byChannel[channelId] ?? NOTHING)
  const messages = loaded?.messages ?? NOTHING
  const notices = loaded?.notices ?? NOTHING
  const hasOlder = loaded?.hasOlder ?? false
  const hasNewer = loaded?.hasNewer ?? false
  const rows = useMemo(
    () => rowsOf(messages, hasNewer ? NOTHING : outbox, hasOlder, unreadAfterSeq, accountId, notices),
    [messages, outbox, hasOlder, hasNewer, unreadAfterSeq, accountId, notices],
  )

  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const lastOffset = useRef(0)
  const [isAway, setIsAway] = useState(false)
  const isPrepended = usePrepended(rows)
  const markRead = useReadMarker(channelId, loaded, list, rows, isAtEnd)
  useFirstPosition(list, rows, target, isAtEnd, unreadAfterSeq, placeToReturnTo(channelId, keepsPlace))
  const [unreadAbove, lookAbove, endUnread] = useUnreadAbove(list, rows, loaded, unreadAfterSeq)
  const onKeyDown = useRowKeys(list, rows.length)
  const [dateInView, updateDate] = useDateInView(list, rows)

  const scrollToEnd = () => list.current?.scrollToIndex(rows.length - 1, { align: 'end' })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only new rows may move the view
  useLayoutEffect(() => {
    if (isAtEnd.current && !hasNewer) scrollToEnd()
    markRead()
    lookAbove(false)
  }, [rows])

  const isOnline = useConnection((state) => state.status.state === 'online')
  // what failed while there was no connection is fetched when there is one
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows may still not fill the window
  useEffect(fill, [rows, isOnline])

  /** A tall window takes more than one page, at both ends of what is loaded. */
  function fill() {
    const view = list.current
    if (!view || view.viewportSize === 0) return
    const isFull = view.scrollSize > view.viewportSize + FETCH_WITHIN_PX
    const toEnd = view.scrollSize - view.viewportSize - view.scrollOffset
    if (!isFull) void timelines.loadOlder(channelId)
    if (!isFull || (hasNewer && toEnd < FETCH_WITHIN_PX)) void timelines.loadNewer(channelId)
  }

  function onScroll(offset: number) {
    const view = list.current
    if (!view) return
    const toEnd = view.scrollSize - view.viewportSize - offset
    // only scrolling up leaves the end: it also moves away when rows come or the composer grows
    if (toEnd <= END_WITHIN_PX) isAtEnd.current = !hasNewer
    else if (offset < lastOffset.current) isAtEnd.current = false
    lastOffset.current = offset
    rememberPlace(channelId, isAtEnd.current ? undefined : placeIn(view, rows))
    lookAbove(true)
    setIsAway(hasNewer || toEnd > view.viewportSize)
    if (offset < FETCH_WITHIN_PX) void timelines.loadOlder(channelId)
    if (toEnd < FETCH_WITHIN_PX) void timelines.loadNewer(channelId)
    markRead()
    updateDate()
  }

  async function toFirstUnread() {
    if (unreadAbove?.index !== undefined) {
      list.current?.scrollToIndex(unreadAbove.index, { align: 'start', offset: -80 })
      return
    }
    if (unreadAfterSeq === undefined) return
    const messageId = await findFirstUnread(channelId, unreadAfterSeq, accountId).catch(() => undefined)
    if (messageId !== undefined) await timelines.goTo(channelId, messageId)
  }

  function toLatest() {
    isAtEnd.current = true
    void timelines.goToLatest(channelId).then(scrollToEnd)
    scrollToEnd()
  }

  return (
    <div className="relative min-h-0 flex-1">
      {unreadAbove && unreadCount > 0 && (
        <Suspense>
          <UnreadBar
            count={unreadCount}
            since={unreadAbove.since}
            onJump={toFirstUnread}
            onMarkRead={() => {
              markAllRead(channelId, session)
              endUnread()
            }}
          />
        </Suspense>
      )}
      <section
        ref={scroller}
        aria-label={t('timeline.label')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="flex h-full flex-col overflow-y-auto overscroll-contain pb-3 outline-offset-[-2px] [overflow-anchor:none]"
      >
        <div className="flex-1" />
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          as="ol"
          item="li"
          data={rows}
          shift={isPrepended}
          onScroll={onScroll}
          onResize={() => {
            if (isAtEnd.current) scrollToEnd()
            fill()
          }}
        >
          {(row: Row) => (
            <TimelineRow
              key={row.key}
              row={row}
              channelId={channelId}
              isTarget={row.kind === 'message' && row.message.id === target?.messageId}
            />
          )}
        </Virtualizer>
      </section>
      <StickyDate at={dateInView} />
      {isAway && <ToLatest channelId={channelId} onClick={toLatest} />}
    </div>
  )
}
