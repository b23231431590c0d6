import { PeopleDocument, type PeopleQuery } from '@tidings/client'
import { api } from '../account/api.ts'
import { type Person, rememberPeople } from './peopleStore.ts'

export interface FoundPerson extends Person {
  deactivated: boolean
}

/** What the directory takes. */
export const LONGEST_QUERY = 100

/** The server bounds the work of one call, so a page may be empty and still have a next one. */
const MOST_EMPTY_PAGES = 5

/** Whose names have words that begin so: who shares a channel first, who is deactivated last. */
export async function findPeople(text: string, first = 20): Promise<FoundPerson[]> {
  let after: string | null = null
  for (let page = 0; page < MOST_EMPTY_PAGES; page++) {
    const { accounts }: PeopleQuery = await api.query(PeopleDocument, {
      query: text.trim().slice(0, LONGEST_QUERY),
      first,
      after,
    })
    const found = accounts.edges.map((edge) => edge.node)
    rememberPeople(found)
    if (found.length > 0 || !accounts.pageInfo.hasNextPage) return found
    after = accounts.pageInfo.endCursor
  }
  return []
}
