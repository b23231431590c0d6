import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChannelLink } from './ChannelLink.tsx'
import { type Channel, useChannels } from './channelsStore.ts'

/** More are only shown when asked for: nobody reads a list of a thousand channels. */
const FIRST_SHOWN = 30

/** One's own channels, then the public ones that one could join. */
export function ChannelList({ filter, selectedId }: { filter: string; selectedId: string | undefined }) {
  const { t } = useTranslation()
  const { byId, joinedIds, state } = useChannels()
  const [showsAll, setShowsAll] = useState(false)
  const { own, others } = useMemo(() => {
    const wanted = filter.trim().toLocaleLowerCase().replace(/^#/, '')
    const matching = Object.values(byId)
      .filter((channel) => (channel.name ?? '').includes(wanted))
      .sort(byName)
    return {
      own: matching.filter((channel) => joinedIds?.has(channel.id)),
      others: joinedIds
        ? matching.filter(({ id, visibility }) => visibility === 'PUBLIC' && !joinedIds.has(id))
        : [],
    }
  }, [byId, joinedIds, filter])

  const shown = showsAll ? others : others.slice(0, FIRST_SHOWN)
  if (state === 'unreachable')
    return <p className="px-3 py-2 text-sm text-soft">{t('channels.unreachable')}</p>
  if (!joinedIds || state === 'loading') return <Skeleton />
  return (
    <>
      <Section title={t('channels.own')} channels={own} selectedId={selectedId} isOwn />
      {own.length === 0 && filter === '' && (
        <p className="px-3 py-1 text-sm text-soft">{t('channels.none')}</p>
      )}
      {others.length > 0 && <Section title={t('channels.others')} channels={shown} selectedId={selectedId} />}
      {shown.length < others.length && (
        <button type="button" className="button-quiet w-full text-sm" onClick={() => setShowsAll(true)}>
          {t('channels.showAll', { count: others.length - shown.length })}
        </button>
      )}
      {own.length + others.length === 0 && filter !== '' && (
        <p className="px-3 py-1 text-sm text-soft">{t('channels.noMatch')}</p>
      )}
    </>
  )
}

interface SectionProps {
  title: string
  channels: readonly Channel[]
  selectedId: string | undefined
  isOwn?: boolean
}

function Section({ title, channels, selectedId, isOwn }: SectionProps) {
  return (
    <section aria-label={title} className="pb-2">
      <h2 className="px-3 pb-1 pt-3 text-xs font-semibold text-soft">{title}</h2>
      <ul className="flex flex-col gap-px">
        {channels.map((channel) => (
          <li key={channel.id}>
            <ChannelLink channel={channel} isSelected={channel.id === selectedId} isOwn={isOwn ?? false} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Skeleton() {
  return (
    <div aria-hidden="true" className="animate-late px-3 pt-3">
      {['w-24', 'w-36', 'w-28', 'w-40', 'w-32'].map((width) => (
        <div key={width} className={`mb-3 h-4 rounded bg-raised ${width}`} />
      ))}
    </div>
  )
}

function byName(a: Channel, b: Channel): number {
  return (a.name ?? '').localeCompare(b.name ?? '')
}
