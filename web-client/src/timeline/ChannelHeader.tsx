import { ChevronLeft, Info, Pin, Search, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { places } from '../app/places.ts'
import { ChannelIcon } from '../channels/ChannelLink.tsx'
import { useChannelName } from '../channels/channelName.ts'
import { useChannel } from '../channels/channelsStore.ts'
import { PaneButton } from '../channels/PaneButton.tsx'

/** Which channel this is, and what there is to see about it. */
export function ChannelHeader({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const channel = useChannel(channelId)
  const name = useChannelName(channelId)

  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line px-3 md:pl-5">
      <Link href={places.home} aria-label={t('channels.back')} className="button-icon -ml-1 md:hidden">
        <ChevronLeft size={22} />
      </Link>
      <div className="me-1 min-w-0 flex-1">
        <h1 className="flex items-center gap-1.5 truncate font-semibold">
          {channel && <ChannelIcon visibility={channel.visibility} size={17} />}
          <span className="truncate" dir="auto">
            {name}
          </span>
          {channel?.archived && <Mark text={t('channels.archived')} />}
          {channel?.announcement && !channel.archived && <Mark text={t('channels.announcement')} />}
        </h1>
        {channel?.topic && (
          <p className="truncate text-[13px] leading-tight text-soft" dir="auto">
            {channel.topic}
          </p>
        )}
      </div>
      {channel && (
        <PaneButton
          channelId={channelId}
          kind="members"
          label={t('channels.members', { count: channel.memberCount })}
          count={channel.memberCount}
          icon={Users}
        />
      )}
      {channel && <PaneButton channelId={channelId} kind="pins" label={t('pins.open')} icon={Pin} />}
      <PaneButton channelId={channelId} kind="search" label={t('search.open')} icon={Search} />
      {channel && <PaneButton channelId={channelId} kind="details" label={t('details.open')} icon={Info} />}
    </header>
  )
}

function Mark({ text }: { text: string }) {
  return (
    <span className="shrink-0 rounded bg-raised px-1.5 py-px text-[11px] font-semibold text-soft max-sm:sr-only">
      {text}
    </span>
  )
}
