import uFuzzy from '@leeoniya/ufuzzy'

export interface Named {
  id: string
  name: string
}

const MOST_SHOWN = 50

/** In any script, and forgiving one wrong letter in a word. */
const fuzzy = new uFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\p{N}']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\p{N}'_.-]",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
})

/** Those that fit what is typed, the best first; all by name where nothing is typed. */
export function channelMatches(channels: readonly Named[], typed: string): Named[] {
  const needle = typed.trim().replace(/^[#@]/, '')
  const sorted = channels.toSorted((a, b) => a.name.localeCompare(b.name))
  if (needle === '') return sorted.slice(0, MOST_SHOWN)
  const names = sorted.map(({ name }) => name)
  const [found, info, order] = fuzzy.search(names, needle, 1)
  const best = info && order ? order.map((place) => info.idx[place] ?? -1) : (found ?? [])
  return best
    .map((index) => sorted[index])
    .filter((channel) => channel !== undefined)
    .slice(0, MOST_SHOWN)
}
