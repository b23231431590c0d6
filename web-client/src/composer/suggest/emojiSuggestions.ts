import { useEffect, useState } from 'react'
import { ranked } from './rank.ts'
import type { Suggestion } from './suggestion.ts'

export type NamedEmoji = readonly [emoji: string, names: readonly string[]]

let loaded: readonly NamedEmoji[] | undefined

/** The table of emoji, once it is needed; undefined until it is there. */
export function useNamedEmoji(isNeeded: boolean): readonly NamedEmoji[] | undefined {
  const [table, setTable] = useState(loaded)
  useEffect(() => {
    if (!isNeeded || table) return
    let isWaiting = true
    import('../../emoji/emojiTable.ts').then(
      ({ namedEmoji }) => {
        loaded = namedEmoji
        if (isWaiting) setTable(namedEmoji)
      },
      // the next emoji asks again
      () => undefined,
    )
    return () => {
      isWaiting = false
    }
  }, [isNeeded, table])
  return isNeeded ? table : undefined
}

export function suggestEmoji(query: string, table: readonly NamedEmoji[]): Suggestion[] {
  return ranked(table, query, ([, names]) => names).map(([emoji, names]) => ({
    key: emoji,
    insert: `${emoji} `,
    label: `:${names.find((name) => name.includes(query.toLocaleLowerCase())) ?? names[0]}:`,
    picture: { emoji },
  }))
}
