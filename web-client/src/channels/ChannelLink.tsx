import { Hash, Lock, User } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { places } from '../app/places.ts'
import { useHasDraft } from '../composer/draftStore.ts'
import { useChannelName } from './channelName.ts'
import type { Channel, Visibility } from './channelsStore.ts'

const MOST_SHOWN = 99

export const ChannelLink = memo(function ChannelLink({
  channel,
  isSelected,
  isOwn,
}: {
  channel: Channel
  isSelected: boolean
  isOwn: boolean
}) {
  const { t } = useTranslation()
  const name = useChannelName(channel.id)
  const hasDraft = useHasDraft(channel.id)
  const unread = isOwn ? channel.unreadCount : 0
  const look = isSelected
    ? 'bg-accent-soft font-medium text-ink'
    : unread > 0
      ? 'font-semibold text-ink hover:bg-raised'
      : 'text-soft hover:bg-raised hover:text-ink'
  return (
    <Link
      href={places.channel(channel.id)}
      aria-current={isSelected ? 'page' : undefined}
      className={`flex min-h-8 items-center gap-2 rounded-lg px-3 py-1 max-md:min-h-11 ${look}`}
    >
      <ChannelIcon visibility={channel.visibility} />
      <span dir="auto" className="min-w-0 flex-1 truncate text-left">
        {name}
      </span>
      {hasDraft && !isSelected && (
        <span className="text-xs font-normal text-soft">{t('channels.draft')}</span>
      )}
      {unread > 0 && (
        <span className="rounded-full bg-accent px-1.5 py-px text-xs font-semibold tabular-nums text-on-accent">
          <span aria-hidden="true">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</span>
          <span className="sr-only">{t('channels.unread', { count: unread })}</span>
        </span>
      )}
    </Link>
  )
})

export function ChannelIcon({ visibility, size = 16 }: { visibility: Visibility; size?: number }) {
  const Icon = { PUBLIC: Hash, PRIVATE: Lock, DIRECT: User }[visibility]
  return <Icon size={size} aria-hidden="true" className="shrink-0 opacity-70" />
}
