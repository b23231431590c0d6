import { useEffect, useState } from 'react'
import { type FoundPerson, findPeople } from './findPeople.ts'

/** Long enough that quick typing asks once, short enough that nobody waits for it. */
const PAUSE_MS = 150

interface PeopleSearch {
  found: readonly FoundPerson[]
  state: 'searching' | 'done' | 'failed'
  error?: unknown
}

/** Whom the directory finds for what stands in a field; answers to what stood there before are dropped. */
export function usePeopleSearch(text: string, isWanted: boolean): PeopleSearch {
  const [search, setSearch] = useState<PeopleSearch>({ found: [], state: 'searching' })
  useEffect(() => {
    if (!isWanted) return
    let isStale = false
    setSearch(({ found }) => ({ found, state: 'searching' }))
    const timer = setTimeout(() => {
      findPeople(text).then(
        (found) => !isStale && setSearch({ found, state: 'done' }),
        (error: unknown) => !isStale && setSearch({ found: [], state: 'failed', error }),
      )
    }, PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [text, isWanted])
  return search
}
