import { ArrowUpRight, PinOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { places } from '../app/places.ts'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { MessageBody } from '../markdown/MessageBody.tsx'
import { usePaneControls } from '../pane/PaneContext.ts'
import { Avatar } from '../people/Avatar.tsx'
import { usePerson } from '../people/peopleStore.ts'
import type { Message } from '../timeline/message.ts'
import { fullTime, momentName } from '../timeline/times.ts'
import type { Pinning } from './pinQueries.ts'

/** Where the pane covers the timeline, it makes room for what is jumped to. */
const NARROW = '(max-width: 1199px)'

interface PinCardProps {
  channelId: string
  message: Message
  pinning: Pinning | undefined
  /** Missing where one may not. */
  onUnpin: (() => void) | undefined
}

/** A pinned message: who said what, who pinned it, and the way to its place. */
export function PinCard({ channelId, message, pinning, onUnpin }: PinCardProps) {
  const { t, i18n } = useTranslation()
  const { close } = usePaneControls()
  const author = usePerson(message.authorId)
  const pinner = usePerson(pinning?.byId ?? '')
  const at = Date.parse(message.createdAt)
  const name = author?.displayName ?? t('people.unknown')
  return (
    <article aria-label={t('pins.by', { name })} className="rounded-xl border border-line bg-canvas p-3">
      <div className="flex items-center gap-2">
        <Avatar accountId={message.authorId} small />
        <span className="truncate text-sm font-semibold" dir="auto">
          {name}
        </span>
        <time
          dateTime={message.createdAt}
          data-tooltip={fullTime(at, i18n.language)}
          className="text-xs text-soft"
        >
          {momentName(at, i18n.language)}
        </time>
      </div>
      <div className="max-h-60 overflow-y-auto py-1.5">
        <MessageBody body={message.body ?? ''} />
      </div>
      <div className="flex flex-wrap items-center gap-x-1">
        <span className="min-w-0 grow truncate text-xs text-soft">
          {pinning &&
            pinner &&
            t('pins.pinnedBy', {
              name: pinner.displayName,
              when: momentName(Date.parse(pinning.at), i18n.language),
            })}
        </span>
        <Link
          href={places.message(channelId, message.id)}
          onClick={() => {
            if (window.matchMedia(NARROW).matches) close()
          }}
          className="inline-flex min-h-8 items-center gap-1 rounded-lg px-2 text-[13px] font-medium text-accent hover:bg-raised max-md:min-h-11"
        >
          {t('pins.jump')}
          <ArrowUpRight size={14} aria-hidden="true" />
        </Link>
        {onUnpin && (
          <Tooltip label={t('pins.unpin')}>
            <button type="button" className="button-icon" aria-label={t('pins.unpin')} onClick={onUnpin}>
              <PinOff size={16} />
            </button>
          </Tooltip>
        )}
      </div>
    </article>
  )
}
