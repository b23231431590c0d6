import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../account/accountStore.ts'
import { usePeople } from '../people/peopleStore.ts'
import { nameOf } from './channelName.ts'
import { useChannels } from './channelsStore.ts'
import type { NamedChannel } from './sections.ts'

/** Every channel that is known, with the name it is shown by: one's own, and the public ones that one could join. */
export function useNamedChannels(): { own: NamedChannel[]; others: NamedChannel[] } {
  const { t } = useTranslation()
  const { byId, joinedIds } = useChannels()
  const people = usePeople((state) => state.byId)
  const selfId = useAccount((state) => state.credentials?.accountId)
  return useMemo(() => {
    const own: NamedChannel[] = []
    const others: NamedChannel[] = []
    for (const channel of Object.values(byId)) {
      const named = { channel, name: nameOf(channel, people, selfId, t) }
      if (joinedIds?.has(channel.id)) own.push(named)
      else if (joinedIds && channel.visibility === 'PUBLIC') others.push(named)
    }
    return { own, others }
  }, [byId, joinedIds, people, selfId, t])
}
