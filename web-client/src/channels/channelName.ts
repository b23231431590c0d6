import { useTranslation } from 'react-i18next'
import { useAccount } from '../account/accountStore.ts'
import { usePeople } from '../people/peopleStore.ts'
import { useChannel } from './channelsStore.ts'

/** What a channel is called; a direct one by the people in it. */
export function useChannelName(channelId: string | undefined): string | undefined {
  const { t } = useTranslation()
  const channel = useChannel(channelId ?? '')
  const selfId = useAccount((state) => state.credentials?.accountId)
  const people = usePeople((state) => state.byId)
  if (!channel) return undefined
  if (channel.name !== null) return channel.name
  const names = (channel.otherIds ?? [])
    .filter((id) => id !== selfId)
    .map((id) => people[id]?.displayName ?? t('people.unknown'))
  return names.length > 0 ? names.join(', ') : t('channels.direct')
}
