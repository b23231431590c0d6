import type { TFunction } from 'i18next'
import { Megaphone } from 'lucide-react'
import type { Channel } from '../../channels/channelsStore.ts'
import type { Person } from '../../people/peopleStore.ts'
import type { Message } from '../../timeline/message.ts'
import { ranked } from './rank.ts'
import type { Suggestion } from './suggestion.ts'

/** Who wrote in a channel, the latest first. */
export function lastSpeakers(messages: readonly Message[]): string[] {
  return [...new Set(messages.map((message) => message.authorId).reverse())]
}

/** People of a channel, those who spoke last first; then everybody at once, where one may call everybody. */
export function suggestPeople(
  query: string,
  people: readonly Person[],
  channel: Pick<Channel, 'visibility' | 'myRole' | 'memberCount'> | undefined,
  t: TFunction,
): Suggestion[] {
  const persons = ranked(people, query, ({ username, displayName }) => [username, displayName]).map(
    (person): Suggestion => ({
      key: person.id,
      insert: `@${person.username} `,
      label: person.displayName,
      ...(person.displayName === person.username ? {} : { detail: `@${person.username}` }),
      picture: { accountId: person.id },
    }),
  )
  return [...persons, ...suggestEverybody(query, channel, t)]
}

function suggestEverybody(
  query: string,
  channel: Pick<Channel, 'visibility' | 'myRole' | 'memberCount'> | undefined,
  t: TFunction,
): Suggestion[] {
  const mayCallAll = channel?.myRole != null && channel.myRole !== 'GUEST' && channel.visibility !== 'DIRECT'
  if (!mayCallAll) return []
  return (['channel', 'here'] as const)
    .filter((name) => name.startsWith(query.toLocaleLowerCase()))
    .map((name) => ({
      key: `@${name}`,
      insert: `@${name} `,
      label: `@${name}`,
      detail: t(`suggest.${name}`, { count: channel.memberCount }),
      picture: { icon: Megaphone },
    }))
}
