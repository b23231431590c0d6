import { Hash, Lock, MoreHorizontal, User } from 'lucide-react'
import { type MouseEvent, memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { places } from '../app/places.ts'
import { type Measurable, OpenMenu } from '../appearance/Menu.tsx'
import { useHasDraft } from '../composer/draftStore.ts'
import { PresenceDot } from '../people/PresenceDot.tsx'
import { useChannelMenu } from './channelMenu.tsx'
import type { Channel, Visibility } from './channelsStore.ts'
import { UnreadCount } from './UnreadCount.tsx'

interface ChannelLinkProps {
  channel: Channel
  name: string
  isSelected: boolean
  isOwn: boolean
  /** The one row of the list that the Tab key comes to; the arrow keys lead on from there. */
  isTabStop?: boolean
}

/** A row of the sidebar: one channel, and on pointing at it the menu of what one can do with it. */
export const ChannelLink = memo(function ChannelLink({
  channel,
  name,
  isSelected,
  isOwn,
  isTabStop = true,
}: ChannelLinkProps) {
  const { t } = useTranslation()
  const hasDraft = useHasDraft(channel.id)
  const menu = useChannelMenu(channel)
  const [isPointed, setIsPointed] = useState(false)
  const [isMenuOpen, setIsMenuOpen] = useState(false)
  const anchor = useRef<Measurable | null>(null)
  const unread = isOwn ? channel.unreadCount : 0
  const look = isSelected
    ? 'bg-accent-soft font-medium text-ink'
    : unread > 0
      ? 'font-semibold text-ink hover:bg-raised'
      : `hover:bg-raised hover:text-ink ${channel.archived ? 'text-faint' : 'text-soft'}`

  function openMenu(event: MouseEvent<HTMLElement>) {
    event.preventDefault()
    // opened with the keyboard it has no point of its own
    const isPress = event.type === 'contextmenu' && event.clientX > 0
    const { currentTarget, clientX, clientY } = event
    anchor.current = isPress
      ? { getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) }
      : currentTarget
    setIsMenuOpen(true)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only shows the button that is in it
    <div
      className="group/row relative"
      onPointerEnter={() => setIsPointed(true)}
      onPointerLeave={() => setIsPointed(false)}
      onFocus={() => setIsPointed(true)}
      onBlur={() => setIsPointed(false)}
    >
      <Link
        href={places.channel(channel.id)}
        data-row
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isSelected ? 'page' : undefined}
        onContextMenu={openMenu}
        className={`flex min-h-(--row-sidebar) items-center gap-2 rounded-control px-2.5 outline-offset-[-2px] max-md:min-h-11 ${look} ${
          isPointed || isMenuOpen ? 'md:pe-9' : ''
        }`}
      >
        <RowIcon channel={channel} />
        <span dir="auto" className="min-w-0 flex-1 truncate text-start">
          {name}
        </span>
        {hasDraft && !isSelected && (
          <span className="text-xs font-normal text-soft">{t('channels.draft')}</span>
        )}
        {unread > 0 && <UnreadCount count={unread} isDirect={channel.visibility === 'DIRECT'} />}
      </Link>
      {(isPointed || isMenuOpen) && (
        <button
          type="button"
          aria-label={t('sidebar.more', { name })}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          onClick={openMenu}
          className="absolute inset-y-0.5 end-1 inline-flex w-7 items-center justify-center rounded-control text-soft outline-offset-[-2px] hover:bg-line hover:text-ink max-md:hidden"
        >
          <MoreHorizontal size={16} />
        </button>
      )}
      {isMenuOpen && (
        <OpenMenu
          label={t('sidebar.more', { name })}
          entries={menu}
          anchor={anchor}
          onClose={() => setIsMenuOpen(false)}
        />
      )}
    </div>
  )
})

function RowIcon({ channel: { visibility, otherIds } }: { channel: Channel }) {
  const [otherId, ...more] = otherIds ?? []
  if (visibility !== 'DIRECT' || otherId === undefined || more.length > 0) {
    return <ChannelIcon visibility={visibility} />
  }
  return <PresenceDot accountId={otherId} className="w-4 justify-center" />
}

export function ChannelIcon({ visibility, size = 16 }: { visibility: Visibility; size?: number }) {
  const Icon = { PUBLIC: Hash, PRIVATE: Lock, DIRECT: User }[visibility]
  return <Icon size={size} aria-hidden="true" className="shrink-0 opacity-70" />
}
