import { fuzzyMatches } from '../palette/fuzzy.ts'

export interface Named {
  id: string
  name: string
}

const MOST_SHOWN = 50

/** Those that fit what is typed, the best first; all by name where nothing is typed. */
export function channelMatches(channels: readonly Named[], typed: string): Named[] {
  const sorted = channels.toSorted((a, b) => a.name.localeCompare(b.name))
  return fuzzyMatches(sorted, typed, ({ name }) => name).slice(0, MOST_SHOWN)
}
