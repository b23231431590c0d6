import { plain } from '../../composer/suggest/rank.ts'
import type { Channel } from '../channelsStore.ts'

/** Public channels with all the words in name or topic: the living first, then where most people are. */
export function foundChannels(channels: readonly Channel[], query: string): Channel[] {
  const words = plain(query.replace(/^#/, ''))
    .split(/\s+/u)
    .filter((word) => word !== '')
  return channels
    .filter(({ visibility }) => visibility === 'PUBLIC')
    .filter(({ name, topic }) => {
      const text = plain(`${name ?? ''} ${topic ?? ''}`)
      return words.every((word) => text.includes(word))
    })
    .sort(
      (a, b) =>
        Number(a.archived) - Number(b.archived) ||
        b.memberCount - a.memberCount ||
        (a.name ?? '').localeCompare(b.name ?? ''),
    )
}
