import { query } from '../graphql/query.ts'
import { metPeople, type Person } from './peopleStore.ts'

export async function meetSelf(): Promise<void> {
  const { me } = await query<{ me: Person }>('query Me { me { id username displayName bot } }')
  metPeople([me])
}
