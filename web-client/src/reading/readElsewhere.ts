import { fetchAtLeast } from '../channels/channelFetching.ts'
import { type Channel, changeChannel, useChannels } from '../channels/channelsStore.ts'

/** Another device of one's own has read the channel up to `seq`: what it read is not unread here. */
export function readElsewhere(channelId: string, seq: number): void {
  const channel = useChannels.getState().byId[channelId]
  if (!channel || !noteRead(channelId, seq)) return
  // how many of the rest are messages of others, the server counts
  if (seq < newestOf(channel)) void fetchAtLeast(channelId, seq).catch(() => false)
}

/** @returns whether that is further than was known here */
export function noteRead(channelId: string, seq: number): boolean {
  const channel = useChannels.getState().byId[channelId]
  if (!channel || seq <= channel.readSeq) return false
  changeChannel(channelId, (known) => ({ readSeq: seq, unreadCount: mostUnreadAfter(known, seq) }))
  return true
}

/** Every event may be a message, so there are no more than that. */
function mostUnreadAfter(channel: Channel, seq: number): number {
  return Math.min(channel.unreadCount, Math.max(0, newestOf(channel) - seq))
}

function newestOf({ seq, ahead }: Channel): number {
  return Math.max(seq, ahead?.at(-1)?.seq ?? -1)
}
