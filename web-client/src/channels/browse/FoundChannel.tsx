import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { places } from '../../app/places.ts'
import { ChannelIcon } from '../ChannelLink.tsx'
import { joinChannel } from '../channelCommands.ts'
import { type Channel, useIsMember } from '../channelsStore.ts'
import { joinProblem } from '../joinProblem.ts'

/** A public channel with what it is about, to be looked into or joined. */
export function FoundChannel({ channel, onOpen }: { channel: Channel; onOpen: () => void }) {
  const { t } = useTranslation()
  const isMember = useIsMember(channel.id)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function join() {
    setIsBusy(true)
    setProblem(undefined)
    await joinChannel(channel.id).catch((error) => setProblem(joinProblem(error, t)))
    setIsBusy(false)
  }

  return (
    <li className="flex min-h-14 items-center gap-3 rounded-lg px-3 py-1.5 hover:bg-raised">
      <div className="min-w-0 flex-1">
        <Link
          href={places.channel(channel.id)}
          onClick={onOpen}
          className="flex max-w-full items-center gap-1.5 font-medium hover:underline max-md:min-h-11"
        >
          <ChannelIcon visibility={channel.visibility} />
          <span dir="auto" className="truncate">
            {channel.name}
          </span>
        </Link>
        <p className="truncate text-[13px] leading-snug text-soft" dir="auto">
          {[
            isMember && t('browse.joined'),
            channel.archived && t('channels.archived'),
            t('channels.members', { count: channel.memberCount }),
            channel.topic,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {problem !== undefined && (
          <p role="alert" className="text-[13px] text-danger">
            {problem}
          </p>
        )}
      </div>
      {!isMember && !channel.archived && (
        <button
          type="button"
          disabled={isBusy}
          aria-label={t('browse.joinName', { name: channel.name })}
          className="inline-flex min-h-9 shrink-0 items-center rounded-lg border border-line-strong/60 bg-canvas px-3.5 text-sm font-medium hover:border-accent max-md:min-h-11"
          onClick={() => void join()}
        >
          {t('browse.join')}
        </button>
      )}
    </li>
  )
}
