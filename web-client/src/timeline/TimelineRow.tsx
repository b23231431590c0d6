import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChannelName } from '../channels/channelName.ts'
import { MessageRow } from './MessageRow.tsx'
import { NoticeRow } from './NoticeRow.tsx'
import { OutboxRow } from './OutboxRow.tsx'
import type { Row } from './rows.ts'
import { dayName } from './times.ts'

/** One line of the timeline. */
export const TimelineRow = memo(function TimelineRow({
  row,
  channelId,
  isTarget,
}: {
  row: Row
  channelId: string
  isTarget: boolean
}) {
  switch (row.kind) {
    case 'start':
      return <StartRow channelId={channelId} />
    case 'date':
      return <DateRow at={row.at} />
    case 'unread':
      return <UnreadRow />
    case 'notice':
      return <NoticeRow channelId={channelId} notices={row.notices} />
    case 'message':
      return (
        <MessageRow
          message={row.message}
          channelId={channelId}
          isContinued={row.isContinued}
          isTarget={isTarget}
        />
      )
    case 'outbox':
      return <OutboxRow entry={row.entry} isContinued={row.isContinued} />
  }
})

function StartRow({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const name = useChannelName(channelId)
  return (
    <div className="px-5 pb-2 pt-8">
      <h2 className="text-xl font-semibold tracking-tight">{name}</h2>
      <p className="text-soft">{t('timeline.start')}</p>
    </div>
  )
}

function DateRow({ at }: { at: number }) {
  const { i18n } = useTranslation()
  return (
    <div className="flex items-center gap-3 px-5 pb-1 pt-5">
      <span className="h-px flex-1 bg-line" />
      <time dateTime={new Date(at).toISOString()} className="text-xs font-semibold text-soft">
        {dayName(at, i18n.language)}
      </time>
      <span className="h-px flex-1 bg-line" />
    </div>
  )
}

function UnreadRow() {
  const { t } = useTranslation()
  return (
    <div className="flex items-center gap-3 px-5 py-1 text-danger">
      <span className="h-px flex-1 bg-danger/50" />
      <span className="text-xs font-semibold">{t('timeline.new')}</span>
    </div>
  )
}
