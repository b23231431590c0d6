import type { Channel } from '../../channels/channelsStore.ts'
import { ranked } from './rank.ts'
import type { Suggestion } from './suggestion.ts'

/** Channels that have a name and are written in, one's own first. */
export function suggestChannels(
  query: string,
  channels: readonly Channel[],
  joinedIds: ReadonlySet<string> | undefined,
): Suggestion[] {
  const named = channels.filter((channel) => channel.name !== null && !channel.archived)
  const ordered = named.sort(
    (one, other) =>
      Number(joinedIds?.has(other.id) ?? false) - Number(joinedIds?.has(one.id) ?? false) ||
      (one.name ?? '').localeCompare(other.name ?? ''),
  )
  return ranked(ordered, query, ({ name }) => [name ?? '']).map(({ id, name, topic, visibility }) => ({
    key: id,
    insert: `#${name} `,
    label: name ?? '',
    ...(topic ? { detail: topic } : {}),
    picture: { visibility },
  }))
}
