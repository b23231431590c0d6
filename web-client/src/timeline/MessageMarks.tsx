import { Pin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EditedMark } from '../revisions/EditedMark.tsx'
import type { Message } from './message.ts'

/** That a message is pinned, and when it was edited. */
export function MessageMarks({ message: { id, pinned, editedAt } }: { message: Message }) {
  if (!pinned && editedAt === null) return null
  return (
    <p className="flex items-center gap-2 text-xs leading-5 text-soft">
      {pinned && <PinnedMark />}
      {editedAt !== null && <EditedMark messageId={id} at={Date.parse(editedAt)} />}
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
