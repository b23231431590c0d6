import { query } from '../graphql/query.ts'
import { isKnown, metPeople, type Person } from './peopleStore.ts'

const MEMBERS = `query MemberNames($id: ID!, $after: String) {
  channel(id: $id) {
    members(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id username displayName bot } }
    }
  }
}`
/** Whoever is not among so many stays without a name until a message tells it. */
const MOST_PAGES = 5

/** Learns the names of members, as far as they are found. */
export async function meetMembers(channelId: string, ids: readonly string[], seq: number): Promise<void> {
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES && ids.some((id) => !isKnown(id)); page++) {
    const { channel }: { channel: { members: MemberPage } | null } = await query(
      MEMBERS,
      { id: channelId, after },
      { channelId, seq },
    )
    if (!channel) return
    metPeople(channel.members.edges.map((edge) => edge.node))
    after = channel.members.pageInfo.endCursor
    if (!channel.members.pageInfo.hasNextPage) return
  }
}

interface MemberPage {
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  edges: { node: Person }[]
}
