import { MembersDocument, type MembersQuery } from '@tidings/client'
import { create } from 'zustand'
import { api } from '../../account/api.ts'
import { seqOf, useChannels } from '../../channels/channelsStore.ts'
import { rememberPeople } from '../../people/peopleStore.ts'

/** Of larger channels so many are known; those who spoke lately besides. */
const MAX_PAGES = 5
const PAGE = 100

interface MembersState {
  idsByChannel: Readonly<Record<string, readonly string[]>>
}

/** Who is in a channel, for those channels in which somebody was about to be mentioned. */
export const useMembers = create<MembersState>(() => ({ idsByChannel: {} }))

const loading = new Set<string>()

/** Learns who is in a channel, unless that is known. What cannot be reached now is asked for the next time. */
export async function needMembers(channelId: string): Promise<void> {
  const known = useMembers.getState().idsByChannel[channelId]
  const count = useChannels.getState().byId[channelId]?.memberCount
  if (loading.has(channelId) || (known && (known.length === count || known.length >= MAX_PAGES * PAGE)))
    return
  loading.add(channelId)
  try {
    const ids: string[] = []
    let after: string | null = null
    for (let page = 0; page < MAX_PAGES; page++) {
      const { channel }: MembersQuery = await api.query(
        MembersDocument,
        { id: channelId, first: PAGE, after },
        { channelId, seq: seqOf(channelId) },
      )
      if (!channel) return
      const people = channel.members.edges.map((edge) => edge.node)
      rememberPeople(people)
      ids.push(...people.map(({ id }) => id))
      useMembers.setState(({ idsByChannel }) => ({ idsByChannel: { ...idsByChannel, [channelId]: ids } }))
      if (!channel.members.pageInfo.hasNextPage) return
      after = channel.members.pageInfo.endCursor
    }
  } catch {
    // those who spoke lately are suggested still
  } finally {
    loading.delete(channelId)
  }
}
