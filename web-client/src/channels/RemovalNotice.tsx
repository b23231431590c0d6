import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { usePerson } from '../people/peopleStore.ts'
import { dismissRemoval, useRemoval } from './removals.ts'

/** Says from which channel one was removed or banned, and by whom. */
export function RemovalNotice() {
  const { t } = useTranslation()
  const removal = useRemoval((state) => state.removal)
  const actor = usePerson(removal?.actorId ?? '')
  if (!removal || removal.cause === 'left') return null
  const name = removal.name ?? t('channels.direct')
  const by = actor?.displayName
  const text =
    removal.cause === 'hidden'
      ? t('removal.hidden', { name })
      : by === undefined
        ? t(`removal.${removal.cause}`, { name })
        : t(`removal.${removal.cause}By`, { name, by })
  return (
    <div
      role="alert"
      className="flex min-h-10 items-center justify-center gap-3 bg-warn-soft px-4 py-1 text-sm text-warn-ink"
    >
      <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
      <Tooltip label={t('removal.dismiss')}>
        <button
          type="button"
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg max-md:size-11"
          aria-label={t('removal.dismiss')}
          onClick={dismissRemoval}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </Tooltip>
    </div>
  )
}
