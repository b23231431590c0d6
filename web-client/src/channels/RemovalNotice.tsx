import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePerson } from '../people/peopleStore.ts'
import { dismissDeparture, useDeparture } from './departures.ts'

/** Says from which channel one was removed or banned, and by whom. */
export function DepartureNotice() {
  const { t } = useTranslation()
  const departure = useDeparture((state) => state.departure)
  const actor = usePerson(departure?.actorId ?? '')
  if (!departure || departure.cause === 'left') return null
  const name = departure.name ?? t('channels.direct')
  const by = actor?.displayName
  const text =
    departure.cause === 'hidden'
      ? t('departure.hidden', { name })
      : by === undefined
        ? t(`departure.${departure.cause}`, { name })
        : t(`departure.${departure.cause}By`, { name, by })
  return (
    <div
      role="alert"
      className="flex min-h-10 items-center justify-center gap-3 bg-warn-soft px-4 py-1 text-sm text-warn-ink"
    >
      <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
      <button
        type="button"
        className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg max-md:size-11"
        aria-label={t('departure.dismiss')}
        title={t('departure.dismiss')}
        onClick={dismissDeparture}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}
