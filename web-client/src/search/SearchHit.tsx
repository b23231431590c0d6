import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { places } from '../app/places.ts'
import { ChannelIcon } from '../channels/ChannelLink.tsx'
import { useChannelName } from '../channels/channelName.ts'
import { useChannel } from '../channels/channelsStore.ts'
import { usePaneControls } from '../pane/PaneContext.ts'
import { usePerson } from '../people/peopleStore.ts'
import { fullTime, shortDate } from '../timeline/times.ts'
import type { Hit } from './searchQueries.ts'
import { snippetOf } from './snippet.ts'

/** On a narrow screen the hits cover the timeline, so they make room for it. */
const NARROW = '(max-width: 1199px)'

export function SearchHit({ hit }: { hit: Hit }) {
  const { t, i18n } = useTranslation()
  const { close } = usePaneControls()
  const channel = useChannel(hit.channelId)
  const channelName = useChannelName(hit.channelId)
  const author = usePerson(hit.authorId)
  const at = Date.parse(hit.createdAt)
  return (
    <Link
      href={places.message(hit.channelId, hit.messageId)}
      onClick={() => {
        if (window.matchMedia(NARROW).matches) close()
      }}
      className="block rounded-xl border border-line bg-canvas px-3.5 py-2.5 hover:border-line-strong"
    >
      <div className="flex items-center gap-1 text-xs text-soft">
        <ChannelIcon visibility={channel?.visibility ?? 'PUBLIC'} size={12} />
        <span className="min-w-0 flex-1 truncate">{channelName ?? t('channels.unknown')}</span>
        <time dateTime={hit.createdAt} data-tooltip={fullTime(at, i18n.language)}>
          {shortDate(at, i18n.language)}
        </time>
      </div>
      <div className="text-sm font-semibold">{author?.displayName}</div>
      <p className="text-sm [overflow-wrap:anywhere]" dir="auto">
        {snippetOf(hit.body, hit.matches).map((piece, index) =>
          piece.isMatch ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
            <mark key={index} className="rounded-sm bg-mark text-ink">
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </p>
    </Link>
  )
}
