import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../account/accountStore.ts'
import { nameOf } from '../channels/channelName.ts'
import { type Channel, useChannels } from '../channels/channelsStore.ts'
import { usePeople } from '../people/peopleStore.ts'
import { usePreferences } from '../preferences/preferences.ts'
import { fuzzyMatches } from './fuzzy.ts'

export interface NamedChannel {
  channel: Channel
  name: string
  isOwn: boolean
}

const MOST_FOUND = 20
const MOST_RECENT = 7

/**
 * The channels to go to: those that match, or when nothing is asked for, those that one was in lately.
 *
 * @param currentId where one is already
 */
export function usePaletteChannels(query: string, currentId: string | undefined): readonly NamedChannel[] {
  const { t } = useTranslation()
  const { byId, joinedIds } = useChannels()
  const people = usePeople((state) => state.byId)
  const selfId = useAccount((state) => state.credentials?.accountId)
  const recent = usePreferences((state) => state.recentChannels)

  const all = useMemo(() => {
    const lately = new Map(recent.map((id, index) => [id, index]))
    const rank = ({ id }: Channel) =>
      lately.get(id) ?? (joinedIds?.has(id) ? recent.length : recent.length + 1)
    return Object.values(byId)
      .map((channel) => ({
        channel,
        name: nameOf(channel, people, selfId, t),
        isOwn: joinedIds?.has(channel.id) ?? false,
      }))
      .sort((one, other) => rank(one.channel) - rank(other.channel) || one.name.localeCompare(other.name))
  }, [byId, joinedIds, people, selfId, recent, t])

  return useMemo(() => {
    if (query.trim() !== '') return fuzzyMatches(all, query, ({ name }) => name).slice(0, MOST_FOUND)
    const others = all.filter(({ channel, isOwn }) => isOwn && channel.id !== currentId)
    return others.slice(0, MOST_RECENT)
  }, [all, query, currentId])
}
