import uFuzzy from '@leeoniya/ufuzzy'
import { plain } from '../composer/suggest/rank.ts'

/** Letters of any script; one or two may be left out between those that are written, as in `gnrl` for general. */
const fuzzy = new uFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}',
  intraChars: "[\\p{L}\\d'_-]",
  intraContr: "'\\p{L}{1,2}\\b",
  intraIns: 2,
  // whole stretches of letters first, then beginnings; among equals the order stays
  sort: ({ idx, intraIns, start }) =>
    idx
      .map((_, place) => place)
      .sort(
        (one, other) =>
          at(intraIns, one) - at(intraIns, other) ||
          Math.sign(at(start, one)) - Math.sign(at(start, other)) ||
          at(idx, one) - at(idx, other),
      ),
})

/** Those whose words match, the best first; all of them, in their order, when nothing is asked for. */
export function fuzzyMatches<T>(items: readonly T[], query: string, wordsOf: (item: T) => string): T[] {
  const wanted = plain(query.trim().replace(/^[#@]/, ''))
  if (wanted === '') return [...items]
  const words = items.map((item) => plain(wordsOf(item)))
  const [matches, info, order] = fuzzy.search(words, wanted, 1)
  const ranked = order && info ? order.map((place) => info.idx[place]) : (matches ?? [])
  return ranked.flatMap((place) => (place === undefined ? [] : (items[place] ?? [])))
}

function at(numbers: readonly number[], place: number): number {
  return numbers[place] ?? 0
}
