import { useEffect } from 'react'
import { useAccount } from '../../account/accountStore.ts'
import { type Person, usePeople } from '../../people/peopleStore.ts'
import { loadMembers } from '../channelQueries.ts'
import { useChannels } from '../channelsStore.ts'

/** Whoever is in none of so many channels is found once a message told the name. */
const MOST_ASKED = 8

/** Everybody but oneself whose name is known, after the members of one's own channels were asked for. */
export function useKnownPeople(): readonly Person[] {
  const byId = usePeople((state) => state.byId)
  const selfId = useAccount((state) => state.credentials?.accountId)
  useEffect(() => {
    const own = [...(useChannels.getState().joinedIds ?? [])].slice(0, MOST_ASKED)
    for (const channelId of own) void loadMembers(channelId).catch(() => undefined)
  }, [])
  return Object.values(byId).filter((person) => person.id !== selfId)
}
