import type { ChannelEvent } from '@tidings/client'
import { create } from 'zustand'
import { loadMemberNames } from '../../people/loadMemberNames.ts'
import { isKnown } from '../../people/peopleStore.ts'
import type { Role } from '../permissions.ts'
import { loadBanPage, loadMemberPage, type Member } from './memberQueries.ts'

interface MembersState {
  /** The channel that is looked at; one at a time. */
  channelId: string | undefined
  /** In the order in which they joined, as far as they are loaded. */
  members: readonly Member[]
  more: string | null
  state: 'loading' | 'ready' | 'failed'
  /** The latest first; undefined until they are asked for. */
  bannedIds: readonly string[] | undefined
  moreBans: string | null
}

const NOBODY: MembersState = {
  channelId: undefined,
  members: [],
  more: null,
  state: 'loading',
  bannedIds: undefined,
  moreBans: null,
}

/** Who is in the channel that is looked at, with which role, and who is kept out. */
export const useMembers = create<MembersState>(() => NOBODY)

/** What happened while a page was on its way: the page may not know of it yet. */
let since: ChannelEvent[] = []

/** Loads the first page, anew when it was loaded before. */
export async function openMembers(channelId: string): Promise<void> {
  const isSame = useMembers.getState().channelId === channelId
  useMembers.setState(isSame ? { state: 'loading' } : { ...NOBODY, channelId })
  await load(channelId, null)
}

/** Too much happened to be told event by event. */
export function reloadMembers(channelId: string): void {
  if (useMembers.getState().channelId !== channelId) return
  useMembers.setState({ bannedIds: undefined, moreBans: null })
  void openMembers(channelId)
}

export function closeMembers(): void {
  useMembers.setState(NOBODY)
}

export async function loadMoreMembers(): Promise<void> {
  const { channelId, more, state } = useMembers.getState()
  if (channelId === undefined || more === null || state === 'loading') return
  useMembers.setState({ state: 'loading' })
  await load(channelId, more)
}

async function load(channelId: string, after: string | null): Promise<void> {
  since = []
  try {
    const page = await loadMemberPage(channelId, after)
    if (useMembers.getState().channelId !== channelId) return
    const before = after === null ? [] : useMembers.getState().members
    const known = new Set(before.map((member) => member.id))
    const members = [...before, ...(page?.members ?? []).filter(({ id }) => !known.has(id))]
    useMembers.setState({ members, more: page?.more ?? null, state: page ? 'ready' : 'failed' })
    for (const event of since) if (event.seq > (page?.seq ?? -1)) applyToMembers(event)
  } catch {
    if (useMembers.getState().channelId === channelId) useMembers.setState({ state: 'failed' })
  }
}

/** For those who may see whom the channel keeps out. */
export async function loadBans(): Promise<void> {
  const { channelId, bannedIds, moreBans } = useMembers.getState()
  if (channelId === undefined) return
  const page = await loadBanPage(channelId, bannedIds === undefined ? null : moreBans)
  if (!page || useMembers.getState().channelId !== channelId) return
  const before = useMembers.getState().bannedIds ?? []
  useMembers.setState({ bannedIds: [...new Set([...before, ...page.ids])], moreBans: page.more })
}

/** Keeps what is shown true between two loads. */
export function applyToMembers(event: ChannelEvent): void {
  const { channelId, members, bannedIds, state } = useMembers.getState()
  if (event.channelId !== channelId) return
  if (state === 'loading') since.push(event)
  switch (event.event) {
    case 'MemberJoined': {
      const { memberId: id, role } = event.data
      useMembers.setState({ members: [...without(members, id), { id, role, deactivated: false }] })
      if (!isKnown(id)) void loadMemberNames(channelId, [id], event.seq).catch(() => undefined)
      return
    }
    case 'MemberLeft':
      useMembers.setState({ members: without(members, event.data.memberId) })
      return
    case 'RoleChanged':
      showRole(event.data.memberId, event.data.role)
      return
    case 'MemberBanned':
      useMembers.setState({
        members: without(members, event.data.memberId),
        ...(bannedIds ? { bannedIds: [event.data.memberId, ...bannedIds] } : {}),
      })
      return
    case 'MemberUnbanned':
      if (bannedIds) useMembers.setState({ bannedIds: bannedIds.filter((id) => id !== event.data.memberId) })
      return
    default:
  }
}

export function showRole(id: string, role: Role): void {
  const { members } = useMembers.getState()
  useMembers.setState({ members: members.map((member) => (member.id === id ? { ...member, role } : member)) })
}

function without(members: readonly Member[], id: string): readonly Member[] {
  return members.filter((member) => member.id !== id)
}
