import type { ChannelEvent } from '@tidings/client'

/** Something that shows part of a channel beside its timeline and stays true as long as it is open. */
export interface ChannelFollower {
  /** The next event of a channel whose timeline is loaded. */
  onEvent(event: ChannelEvent): void
  /** Too much was missed to be told event by event: what is shown of the channel must be loaded anew, up to `seq` at least. */
  onReset(channelId: string, seq: number): void
}

const followers = new Set<ChannelFollower>()

/** @returns what ends it */
export function followEvents(follower: ChannelFollower): () => void {
  followers.add(follower)
  return () => followers.delete(follower)
}

export function tellFollowers(event: ChannelEvent): void {
  for (const follower of [...followers]) follower.onEvent(event)
}

export function tellReset(channelId: string, seq: number): void {
  for (const follower of [...followers]) follower.onReset(channelId, seq)
}
