import { MembersDocument, type MembersQuery } from '@tidings/client'
import { api } from '../account/api.ts'
import { isKnown, rememberPeople } from './peopleStore.ts'

/** Whoever is not among so many stays without a name until a message tells it. */
const MAX_PAGES = 5

/** Learns the names of members, as far as they are found. */
export async function loadMemberNames(channelId: string, ids: readonly string[], seq: number): Promise<void> {
  let after: string | null = null
  for (let page = 0; page < MAX_PAGES && ids.some((id) => !isKnown(id)); page++) {
    const { channel }: MembersQuery = await api.query(
      MembersDocument,
      { id: channelId, first: 100, after },
      { channelId, seq },
    )
    if (!channel) return
    rememberPeople(channel.members.edges.map((edge) => edge.node))
    after = channel.members.pageInfo.endCursor
    if (!channel.members.pageInfo.hasNextPage) return
  }
}
