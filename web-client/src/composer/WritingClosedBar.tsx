import { Archive, Megaphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { WritingClosed } from '../channels/permissions.ts'

/** Stands where one would write, and says why one cannot. */
export function WritingClosedBar({ reason }: { reason: WritingClosed }) {
  const { t } = useTranslation()
  const Icon = reason === 'archived' ? Archive : Megaphone
  return (
    <p className="mx-4 mb-1 flex min-h-11 items-center justify-center gap-2.5 rounded-xl border border-line bg-panel px-4 py-2.5 text-soft">
      <Icon size={16} aria-hidden="true" className="shrink-0" />
      {t(`closed.${reason}`)}
    </p>
  )
}
