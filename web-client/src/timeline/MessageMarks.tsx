import { Pin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import type { Message } from './message.ts'
import { fullTime, shortTime } from './times.ts'

/** That a message is pinned, and when it was edited. */
export function MessageMarks({ message: { pinned, editedAt } }: { message: Message }) {
  if (!pinned && editedAt === null) return null
  return (
    <p className="flex items-center gap-2 text-xs leading-5 text-soft">
      {pinned && <PinnedMark />}
      {editedAt !== null && <EditedMark at={Date.parse(editedAt)} />}
    </p>
  )
}

function PinnedMark() {
  const { t } = useTranslation()
  return (
    <span className="inline-flex items-center gap-1 font-medium text-accent">
      <Pin size={12} aria-hidden="true" />
      {t('timeline.pinned')}
    </span>
  )
}

function EditedMark({ at }: { at: number }) {
  const { t, i18n } = useTranslation()
  return (
    <Tooltip label={fullTime(at, i18n.language)}>
      <span>{t('timeline.editedAt', { time: shortTime(at, i18n.language) })}</span>
    </Tooltip>
  )
}
