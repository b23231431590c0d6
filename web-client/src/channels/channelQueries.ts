import { query } from '../graphql/query.ts'
import { metPeople, type Person } from '../people/peopleStore.ts'
import type { Channel } from './channelsStore.ts'

type ChannelNode = Omit<Channel, 'otherIds'>

const FIELDS =
  'id name topic visibility archived announcement slowModeSeconds guestsReadOnly myRole seq memberCount unreadCount readSeq'
const CHANNELS = `query Channels($after: String) {
  channels(first: 50, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { ${FIELDS} } }
  }
}`
const CHANNEL = `query Channel($id: ID!) { channel(id: $id) { ${FIELDS} } }`
const MEMBERS = `query Members($id: ID!) {
  channel(id: $id) { members(first: 50) { edges { node { id username displayName bot } } } }
}`

/** A hundred pages of channels are more than any list can show. */
const MOST_PAGES = 100

/** Loads page by page, by name; hands over each page as it comes. */
export async function loadChannels(arrived: (page: Channel[]) => void): Promise<void> {
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer: {
      channels: {
        pageInfo: { hasNextPage: boolean; endCursor: string | null }
        edges: { node: ChannelNode }[]
      }
    } = await query(CHANNELS, { after })
    arrived(answer.channels.edges.map((edge) => edge.node))
    after = answer.channels.pageInfo.endCursor
    if (!answer.channels.pageInfo.hasNextPage || after === null) return
  }
}

/** @param minSeq how much of the channel must be known already, for one that was opened a moment ago */
export async function loadChannel(channelId: string, minSeq = -1): Promise<Channel | undefined> {
  const { channel } = await query<{ channel: ChannelNode | null }>(
    CHANNEL,
    { id: channelId },
    { channelId, seq: minSeq },
  )
  return channel ?? undefined
}

export async function loadMembers(channelId: string): Promise<Person[]> {
  const { channel } = await query<{
    channel: { members: { edges: { node: Person }[] } } | null
  }>(MEMBERS, { id: channelId })
  const members = channel?.members.edges.map((edge) => edge.node) ?? []
  metPeople(members)
  return members
}
