import { useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import { useChat } from '../app/ChatContext.tsx'
import { useOutbox } from '../outbox/outboxStore.ts'
import { TimelineRow } from '../timeline/TimelineRow.tsx'
import type { TimelineWindow } from '../timeline/timelineWindow.ts'
import { useRowKeys } from '../timeline/useRowKeys.ts'
import { type ThreadRow, threadRows } from './threadRows.ts'
import { useOpenThread } from './threadStore.ts'

/** So near to the end counts as being there. */
const END_WITHIN_PX = 40
const NOTHING: [] = []

interface ThreadListProps {
  channelId: string
  window: TimelineWindow
  onLoadLater: () => void
}

/** The first message and the replies. At the end it stays there; what is being read further up does not move. */
export function ThreadList({ channelId, window, onLoadLater }: ThreadListProps) {
  const { t } = useTranslation()
  const { accountId } = useChat()
  const { state, replyCount, unreadAfterSeq } = useOpenThread()
  const outbox = useOutbox((sending) => sending.byChannel[channelId] ?? NOTHING)
  const rows = useMemo(
    () => threadRows(window, outbox, unreadAfterSeq, accountId),
    [window, outbox, unreadAfterSeq, accountId],
  )
  const count = window.hasNewer
    ? Math.max(replyCount, window.messages.length - 1)
    : window.messages.length - 1

  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const isDivided = useRef(false)
  const onKeyDown = useRowKeys(list, rows.length)

  const toEnd = () => list.current?.scrollToIndex(rows.length - 1, { align: 'end' })

  useLayoutEffect(() => {
    const divider = rows.findIndex((row) => row.kind === 'unread')
    if (divider >= 0 && !isDivided.current) {
      isDivided.current = true
      isAtEnd.current = false
      list.current?.scrollToIndex(divider, { align: 'center' })
    } else if (isAtEnd.current) {
      list.current?.scrollToIndex(rows.length - 1, { align: 'end' })
    }
  }, [rows])

  function onScroll(offset: number) {
    const view = list.current
    if (view) isAtEnd.current = view.scrollSize - view.viewportSize - offset <= END_WITHIN_PX
  }

  return (
    <section
      ref={scroller}
      aria-label={t('threads.messages')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-3 pt-2 outline-offset-[-2px] [overflow-anchor:none]"
    >
      <Virtualizer
        ref={list}
        scrollRef={scroller}
        as="ol"
        item="li"
        data={rows}
        onScroll={onScroll}
        onResize={() => isAtEnd.current && toEnd()}
      >
        {(row: ThreadRow) =>
          row.kind === 'replies' ? (
            <RepliesRow key={row.key} count={count} isLoading={state === 'loading'} />
          ) : (
            <TimelineRow key={row.key} row={row} channelId={channelId} isTarget={false} />
          )
        }
      </Virtualizer>
      {state === 'partial' && (
        <button type="button" className="button-quiet mx-5 mt-2" onClick={onLoadLater}>
          {t('threads.more', { count: count - (window.messages.length - 1) })}
        </button>
      )}
    </section>
  )
}

function RepliesRow({ count, isLoading }: { count: number; isLoading: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="flex items-center gap-3 px-5 pb-1 pt-3 text-[13px] text-soft">
      <span className="tabular-nums">
        {count > 0 || !isLoading ? t('threads.count', { count }) : t('threads.loading')}
      </span>
      <span className="h-px flex-1 bg-line" />
    </div>
  )
}
