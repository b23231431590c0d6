import { useTranslation } from 'react-i18next'
import { dayName } from './times.ts'

/** The day of what is read, over the timeline. The line between two days says the same to a screen reader. */
export function StickyDate({ at }: { at: number | undefined }) {
  const { i18n } = useTranslation()
  if (at === undefined) return null
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center"
      data-testid="sticky-date"
    >
      <span className="rounded-full border border-line bg-canvas px-3 py-0.5 text-xs font-semibold text-soft shadow-float">
        {dayName(at, i18n.language)}
      </span>
    </div>
  )
}
