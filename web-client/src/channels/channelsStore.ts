import { create } from 'zustand'

export type Visibility = 'PUBLIC' | 'PRIVATE' | 'DIRECT'

export interface Channel {
  id: string
  name: string | null
  topic: string | null
  visibility: Visibility
  memberCount: number
  /** Messages that were not seen yet. */
  unreadCount: number
  /** Up to where oneself has read. */
  readSeq: number
  /** Who is in a direct channel, besides oneself. */
  otherIds?: readonly string[]
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

export function putChannels(channels: readonly Channel[]): void {
  const { byId } = useChannels.getState()
  useChannels.setState({
    byId: { ...byId, ...Object.fromEntries(channels.map((channel) => [channel.id, channel])) },
  })
}

export function changeChannel(channelId: string, change: (channel: Channel) => Partial<Channel>): void {
  const { byId } = useChannels.getState()
  const channel = byId[channelId]
  if (!channel) return
  useChannels.setState({ byId: { ...byId, [channelId]: { ...channel, ...change(channel) } } })
}

export function setJoined(channelId: string, joined: boolean): void {
  const joinedIds = new Set(useChannels.getState().joinedIds)
  if (joined) joinedIds.add(channelId)
  else joinedIds.delete(channelId)
  useChannels.setState({ joinedIds })
}
