import type { Channel } from './channelsStore.ts'

/** The parts of the sidebar, in their order. */
export const SECTIONS = ['unread', 'favourites', 'channels', 'direct'] as const
export type SectionId = (typeof SECTIONS)[number]

export interface NamedChannel {
  channel: Channel
  /** As it is shown: a direct one is called by the people in it. */
  name: string
}

/**
 * Sorts one's channels into the sections, each by name. A channel stands in one only: what is unread is found at one
 * place, wherever else it belongs.
 */
export function sectionsOf(
  channels: readonly NamedChannel[],
  isUnread: (channel: Channel) => boolean,
  favourites: ReadonlySet<string>,
): Record<SectionId, NamedChannel[]> {
  const sections: Record<SectionId, NamedChannel[]> = { unread: [], favourites: [], channels: [], direct: [] }
  for (const named of channels) {
    const { channel } = named
    if (isUnread(channel)) sections.unread.push(named)
    else if (favourites.has(channel.id)) sections.favourites.push(named)
    else if (channel.visibility === 'DIRECT') sections.direct.push(named)
    else sections.channels.push(named)
  }
  for (const id of SECTIONS) sections[id].sort(byName)
  return sections
}

/** What of `channels` is found by `filter`. */
export function matching(channels: readonly NamedChannel[], filter: string): readonly NamedChannel[] {
  const wanted = filter.trim().toLocaleLowerCase().replace(/^#/, '')
  return wanted === '' ? channels : channels.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
}

export function byName(one: NamedChannel, other: NamedChannel): number {
  return one.name < other.name ? -1 : Number(one.name > other.name)
}
