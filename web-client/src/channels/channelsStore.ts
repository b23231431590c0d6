import type { ChannelEvent, Role, Visibility } from '@tidings/client'
import { create } from 'zustand'
import { useAccount } from '../account/accountStore.ts'
import { withKnown } from './channelChanges.ts'
import { hide, isFromBefore, timeOfAsking } from './hiddenChannels.ts'

export type { Visibility }

export interface Channel {
  id: string
  name: string | null
  topic: string | null
  visibility: Visibility
  /** Nothing is written any more. */
  archived: boolean
  /** Only moderators and above post. */
  announcement: boolean
  /** How many seconds a member waits between two messages. */
  slowModeSeconds: number
  guestsReadOnly: boolean
  /** Null where oneself is no member. */
  myRole: Role | null
  /** Up to which event of the channel this is current: older events must not be applied again. */
  seq: number
  /** Events that show already although one between them and `seq` is missing. */
  ahead?: readonly ChannelEvent[]
  memberCount: number
  /** Messages that were not seen yet. */
  unreadCount: number
  /** Up to where oneself has read. */
  readSeq: number
  /** Who is in a direct channel, besides oneself. */
  otherIds?: readonly string[]
  /** From an earlier visit: shown until the server says more. */
  isKept?: true
}

interface ChannelsState {
  byId: Readonly<Record<string, Channel>>
  /** The channels that oneself is a member of; undefined until the socket's welcome has told. */
  joinedIds: ReadonlySet<string> | undefined
  state: 'loading' | 'ready' | 'unreachable'
}

/** The channels that oneself may see: one's own and all public ones. */
export const useChannels = create<ChannelsState>(() => ({
  byId: {},
  joinedIds: undefined,
  state: 'loading',
}))

export function useChannel(channelId: string): Channel | undefined {
  return useChannels((state) => state.byId[channelId])
}

export function useIsMember(channelId: string): boolean {
  return useChannels((state) => state.joinedIds?.has(channelId) ?? false)
}

export function isMember(channelId: string): boolean {
  return useChannels.getState().joinedIds?.has(channelId) ?? false
}

/** Up to which event the channel is known; -1 when it is not. */
export function seqOf(channelId: string): number {
  return useChannels.getState().byId[channelId]?.seq ?? -1
}

/** Takes over what the read side says, unless more is known already. */
export function putChannels(channels: readonly Channel[], askedAt = timeOfAsking()): void {
  const { byId } = useChannels.getState()
  const selfId = useAccount.getState().credentials?.accountId ?? ''
  const fresh = channels.filter(
    (channel) => channel.seq >= seqOf(channel.id) && !isFromBefore(channel, askedAt),
  )
  useChannels.setState({
    byId: {
      ...byId,
      ...Object.fromEntries(
        fresh.map((channel) => [channel.id, withKnown(channel, byId[channel.id], selfId)]),
      ),
    },
  })
}

/**
 * The channel cannot be seen any more.
 *
 * @param upToSeq since which event; answers of the read side that know no more come too late
 */
export function forgetChannel(channelId: string, upToSeq: number): void {
  hide(channelId, Math.max(upToSeq, seqOf(channelId)))
  const { [channelId]: _, ...byId } = useChannels.getState().byId
  useChannels.setState({ byId })
}

export function changeChannel(channelId: string, change: (channel: Channel) => Partial<Channel>): void {
  const { byId } = useChannels.getState()
  const channel = byId[channelId]
  if (!channel) return
  useChannels.setState({ byId: { ...byId, [channelId]: { ...channel, ...change(channel) } } })
}

/** How often the socket has told whether one is a member: of a channel, and of all at once by its welcome. */
const timesTold = new Map<string, number>()
let timesWelcomed = 0

/** The socket has told whether one is a member. */
export function setJoined(channelId: string, joined: boolean): void {
  timesTold.set(channelId, (timesTold.get(channelId) ?? 0) + 1)
  showJoined(channelId, joined)
}

/** One is a member of these and no others. */
export function setAllJoined(channelIds: readonly string[]): void {
  timesWelcomed++
  useChannels.setState({ joinedIds: new Set(channelIds) })
}

/**
 * To be called before one asks to join or leave: the answer may come later than what happened after it.
 *
 * @returns what takes the answer over, unless the socket has told something meanwhile
 */
export function askForMembership(channelId: string): (joined: boolean) => void {
  const time = () => timesWelcomed + (timesTold.get(channelId) ?? 0)
  const askedAt = time()
  return (joined) => {
    if (time() === askedAt) showJoined(channelId, joined)
  }
}

function showJoined(channelId: string, joined: boolean): void {
  const joinedIds = new Set(useChannels.getState().joinedIds)
  if (joined) joinedIds.add(channelId)
  else joinedIds.delete(channelId)
  useChannels.setState({ joinedIds })
}
