import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../account/accountStore.ts'
import { type Person, usePeople } from '../people/peopleStore.ts'
import { type Channel, useChannel } from './channelsStore.ts'

/** What a channel is called; a direct one by the people in it. */
export function useChannelName(channelId: string | undefined): string | undefined {
  const { t } = useTranslation()
  const channel = useChannel(channelId ?? '')
  const selfId = useAccount((state) => state.credentials?.accountId)
  const people = usePeople((state) => state.byId)
  return channel && nameOf(channel, people, selfId, t)
}

export function nameOf(
  { name, otherIds = [] }: Channel,
  people: Readonly<Record<string, Person>>,
  selfId: string | undefined,
  t: TFunction,
): string {
  if (name !== null) return name
  const names = otherIds
    .filter((id) => id !== selfId)
    .map((id) => people[id]?.displayName ?? t('people.unknown'))
  return names.length > 0 ? names.join(', ') : t('channels.direct')
}
