import { BanPageDocument, MemberPageDocument } from '@tidings/client'
import { api } from '../../account/api.ts'
import { rememberPeople } from '../../people/peopleStore.ts'
import type { Role } from '../permissions.ts'

export interface Member {
  id: string
  role: Role
  deactivated: boolean
}

export interface MemberPage {
  members: Member[]
  /** Up to which event of the channel the page is current. */
  seq: number
  /** Where to go on; null at the end. */
  more: string | null
}

export interface BanPage {
  ids: string[]
  more: string | null
}

const PAGE = 100

/** @returns undefined where the channel is unknown or hidden */
export async function loadMemberPage(
  channelId: string,
  after: string | null,
  minSeq = -1,
): Promise<MemberPage | undefined> {
  const { channel } = await api.query(
    MemberPageDocument,
    { id: channelId, first: PAGE, after },
    { channelId, seq: minSeq },
  )
  if (!channel) return undefined
  const { edges, pageInfo } = channel.members
  rememberPeople(edges.map((edge) => edge.node))
  return {
    // only the directory's edges have no role
    members: edges.flatMap(({ role, node }) =>
      role === null ? [] : [{ id: node.id, role, deactivated: node.deactivated }],
    ),
    seq: channel.seq,
    more: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  }
}

/** For moderators and above. @returns undefined where the channel is unknown or hidden */
export async function loadBanPage(channelId: string, after: string | null): Promise<BanPage | undefined> {
  const { channel } = await api.query(BanPageDocument, { id: channelId, first: PAGE, after })
  const bans = channel?.bans
  if (!bans) return undefined
  rememberPeople(bans.edges.map((edge) => edge.node))
  return {
    ids: bans.edges.map((edge) => edge.node.id),
    more: bans.pageInfo.hasNextPage ? bans.pageInfo.endCursor : null,
  }
}
