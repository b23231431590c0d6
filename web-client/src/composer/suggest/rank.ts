const MOST = 8

/** Without case and accents. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

/**
 * Those of whose names one has the query in it: first whole names, then beginnings of names, of words within them,
 * and the rest. Among equals the order stays.
 */
export function ranked<T>(items: readonly T[], query: string, namesOf: (item: T) => readonly string[]): T[] {
  const wanted = plain(query)
  if (wanted === '') return items.slice(0, MOST)
  return items
    .map((item) => ({ item, rank: Math.min(...namesOf(item).map((name) => rankOf(plain(name), wanted))) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ item }) => item)
}

const NO_MATCH = 4

function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted)
  if (at === -1) return NO_MATCH
  if (at === 0) return name.length === wanted.length ? 0 : 1
  return /[\p{L}\p{N}]/u.test(name[at - 1] ?? '') ? 3 : 2
}
