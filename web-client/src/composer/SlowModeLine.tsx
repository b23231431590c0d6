import { Timer } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** How long one waits between two messages, and how long still; both in seconds. */
export function SlowModeLine({ interval, left }: { interval: number; left: number }) {
  const { t } = useTranslation()
  if (interval === 0) return null
  return (
    <p className="flex items-center gap-1.5 px-1 pb-1 text-xs text-soft">
      <Timer size={13} aria-hidden="true" />
      <span>{t('slowMode.rule', { count: interval })}</span>
      {left > 0 && (
        <span role="timer" className="font-semibold tabular-nums text-ink">
          {t('slowMode.left', { count: left })}
        </span>
      )}
    </p>
  )
}
