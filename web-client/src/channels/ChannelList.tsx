import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewDirectButton } from '../people/NewDirectButton.tsx'
import { usePreferences } from '../preferences/preferences.ts'
import { type Channel, useChannels } from './channelsStore.ts'
import { SidebarSection } from './SidebarSection.tsx'
import { byName, matching, SECTIONS, sectionsOf } from './sections.ts'
import { useNamedChannels } from './useNamedChannels.ts'
import { useUnread } from './useUnread.ts'

/** More are only shown when asked for: nobody reads a list of a thousand channels. */
const FIRST_SHOWN = 30

/** One's own channels in their sections, then the public ones that one could join. */
export function ChannelList({ filter, selectedId }: { filter: string; selectedId: string | undefined }) {
  const { t } = useTranslation()
  const isLoaded = useChannels(
    (channels) => channels.joinedIds !== undefined && (channels.state !== 'loading' || isAnyKnown(channels)),
  )
  const isUnreachable = useChannels((channels) => channels.state === 'unreachable' && !isAnyKnown(channels))
  const favourites = usePreferences((state) => state.favourites)
  const [showsAll, setShowsAll] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const named = useNamedChannels()
  const isUnread = useUnread(selectedId)
  const isFiltered = filter.trim() !== ''
  const sections = sectionsOf(matching(named.own, filter), isUnread, new Set(favourites))
  const others = useMemo(() => [...matching(named.others, filter)].sort(byName), [named.others, filter])
  const shown = showsAll ? others : others.slice(0, FIRST_SHOWN)
  const inOrder = [...SECTIONS.flatMap((id) => sections[id]), ...shown]
  const tabStopId = (inOrder.find(({ channel }) => channel.id === selectedId) ?? inOrder[0])?.channel.id

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolled to when it is opened, and never while one scrolls
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [selectedId, isLoaded])

  if (isUnreachable) return <p className="px-3 py-2 text-sm text-soft">{t('channels.unreachable')}</p>
  if (!isLoaded) return <Skeleton />
  const common = { selectedId, tabStopId, isOpen: isFiltered }
  return (
    <div ref={list}>
      {SECTIONS.filter((id) => sections[id].length > 0 || (id === 'direct' && !isFiltered)).map((id) => (
        <SidebarSection
          key={id}
          id={id}
          title={t(`sidebar.${id}`)}
          channels={sections[id]}
          action={id === 'direct' && <NewDirectButton />}
          isOwn
          {...common}
        />
      ))}
      {named.own.length === 0 && !isFiltered && (
        <p className="px-3 py-2 text-sm text-soft">{t('channels.none')}</p>
      )}
      {others.length > 0 && (
        <SidebarSection id="others" title={t('channels.others')} channels={shown} isOwn={false} {...common} />
      )}
      {shown.length < others.length && (
        <button type="button" className="button-quiet w-full text-sm" onClick={() => setShowsAll(true)}>
          {t('channels.showAll', { count: others.length - shown.length })}
        </button>
      )}
      {inOrder.length === 0 && isFiltered && (
        <p className="px-3 py-2 text-sm text-soft">{t('channels.noMatch')}</p>
      )}
    </div>
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

/** Also from an earlier visit. */
function isAnyKnown({ byId }: { byId: Readonly<Record<string, Channel>> }): boolean {
  for (const _ in byId) return true
  return false
}
