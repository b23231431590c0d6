import { Link2Off } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation, useRoute } from 'wouter'
import { places } from '../app/places.ts'
import { type Timeline, useTimeline } from './timelineStore.ts'

/** Why the message that the address names cannot be read; undefined where it can, or none is named. */
export function useLostMessage(channelId: string): NonNullable<Timeline['lost']>['why'] | undefined {
  const { lost } = useTimeline(channelId)
  const [, params] = useRoute('/c/:channelId/m/:messageId')
  return lost && lost.messageId === params?.messageId ? lost.why : undefined
}

/** Says that a link leads nowhere, and leads on. */
export function PermalinkNotice({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const why = useLostMessage(channelId)
  if (why === undefined) return null
  const cameFromHere = window.history.length > 1
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-soft px-5 py-2 text-sm text-warn-ink"
    >
      <Link2Off size={16} aria-hidden="true" className="shrink-0" />
      <p className="min-w-40 flex-1">{t(`permalink.${why}`)}</p>
      {cameFromHere && (
        <button type="button" className={LINK} onClick={() => window.history.back()}>
          {t('permalink.back')}
        </button>
      )}
      <button type="button" className={LINK} onClick={() => go(places.channel(channelId))}>
        {t('permalink.toChannel')}
      </button>
    </div>
  )
}

const LINK = 'min-h-8 rounded font-semibold underline underline-offset-2 max-md:min-h-11'
