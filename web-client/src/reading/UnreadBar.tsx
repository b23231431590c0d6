import { ArrowUp, CheckCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dayName, shortTime } from '../timeline/times.ts'

interface UnreadBarProps {
  count: number
  /** When the first of them was written, in milliseconds of the epoch; unknown while it is not loaded. */
  since: number | undefined
  onJump: () => void
  onMarkRead: () => void
}

/** Lies over the timeline while its unread part begins above what is seen. */
export function UnreadBar({ count, since, onJump, onMarkRead }: UnreadBarProps) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  return (
    <section
      aria-label={t('reading.label')}
      className="absolute inset-x-3 top-2 z-10 flex min-h-9 flex-wrap items-center gap-x-3 rounded-lg border border-line bg-accent-soft px-3 text-sm shadow-float"
    >
      <span className="min-w-0 flex-1 truncate font-semibold">
        {since === undefined
          ? t('reading.newCount', { count })
          : t('reading.newSince', {
              count,
              since: `${dayName(since, language)} ${shortTime(since, language)}`,
            })}
      </span>
      <button type="button" className={BUTTON} onClick={onJump}>
        <ArrowUp size={15} aria-hidden="true" />
        {t('reading.jump')}
      </button>
      <button type="button" className={BUTTON} onClick={onMarkRead}>
        <CheckCheck size={15} aria-hidden="true" />
        {t('reading.markRead')}
      </button>
    </section>
  )
}

const BUTTON =
  'inline-flex min-h-8 items-center gap-1.5 rounded px-1.5 font-semibold text-accent hover:underline max-md:min-h-11'
