import { ChannelDocument, ChannelsDocument, type ChannelsQuery, MembersDocument } from '@tidings/client'
import { api } from '../account/api.ts'
import { type Person, rememberPeople } from '../people/peopleStore.ts'
import type { Channel } from './channelsStore.ts'

/** A hundred pages of channels are more than any list can show. */
const MAX_PAGES = 100

/** Loads page by page, by name; hands over each page as it comes. @returns whether that was all */
export async function loadChannels(arrived: (page: Channel[]) => void): Promise<boolean> {
  let after: string | null = null
  for (let page = 0; page < MAX_PAGES; page++) {
    const { channels }: ChannelsQuery = await api.query(ChannelsDocument, { first: 100, after })
    arrived(channels.edges.map((edge) => edge.node))
    after = channels.pageInfo.endCursor
    if (!channels.pageInfo.hasNextPage || after === null) return true
  }
  return false
}

/** @param minSeq how much of the channel must be known already, for one that was opened a moment ago */
export async function loadChannel(channelId: string, minSeq = -1): Promise<Channel | undefined> {
  const { channel } = await api.query(ChannelDocument, { id: channelId }, { channelId, seq: minSeq })
  return channel ?? undefined
}

/** @returns undefined where the channel is unknown or hidden */
export async function loadMembers(channelId: string, minSeq = -1): Promise<Person[] | undefined> {
  const { channel } = await api.query(
    MembersDocument,
    { id: channelId, first: 50 },
    { channelId, seq: minSeq },
  )
  const members = channel?.members.edges.map((edge) => edge.node)
  if (members) rememberPeople(members)
  return members
}
