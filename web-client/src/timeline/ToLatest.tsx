import { ArrowDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChannels } from '../channels/channelsStore.ts'

/** Leads to the end of the timeline, and says how much that is new is there. */
export function ToLatest({ channelId, onClick }: { channelId: string; onClick: () => void }) {
  const { t } = useTranslation()
  const count = useChannels((state) =>
    state.joinedIds?.has(channelId) ? (state.byId[channelId]?.unreadCount ?? 0) : 0,
  )
  return (
    <button
      type="button"
      onClick={onClick}
      className="absolute bottom-3 left-1/2 inline-flex min-h-9 -translate-x-1/2 items-center gap-1.5 rounded-full border border-line bg-canvas px-4 text-sm font-semibold shadow-float hover:bg-hover max-md:min-h-11"
    >
      <ArrowDown size={15} aria-hidden="true" />
      {t('timeline.toLatest')}
      {count > 0 && (
        <span className="rounded-full bg-accent px-2 py-px text-xs tabular-nums text-on-accent">
          {t('timeline.newCount', { count })}
        </span>
      )}
    </button>
  )
}
