import { isStale } from '@tidings/client'
import { loadChannel, loadChannels, loadMembers } from './channelQueries.ts'
import {
  type Channel,
  changeChannel,
  forgetChannel,
  isMember,
  putChannels,
  useChannels,
} from './channelsStore.ts'
import { timeOfAsking } from './hiddenChannels.ts'

/** Loads all channels, or loads them again: the counts of unread messages are the server's. */
export async function fetchChannels(): Promise<void> {
  const askedAt = timeOfAsking()
  const missing = new Set(Object.keys(useChannels.getState().byId))
  const isAll = await loadChannels((page) => {
    putChannels(page, askedAt)
    for (const channel of page) {
      missing.delete(channel.id)
      if (channel.visibility === 'DIRECT') void loadOthers(channel.id)
    }
  })
  if (isAll) void forgetVanished(new Set([...missing, ...leftOfEarlierVisit()]))
}

/** Each that an answer named is of this visit. */
function leftOfEarlierVisit(): string[] {
  const channels = Object.values(useChannels.getState().byId)
  return channels.filter((channel) => channel.isKept).map((channel) => channel.id)
}

/** What a full list lacks can no longer be seen; the list of a read side that lags may lack it too, so each is asked for. */
async function forgetVanished(channelIds: ReadonlySet<string>): Promise<void> {
  for (const channelId of channelIds) {
    if (isMember(channelId)) continue
    const isVisible = await fetchAtLeast(channelId).catch(() => true)
    if (!isVisible && !isMember(channelId)) forgetChannel(channelId, -1)
  }
}

/**
 * Loads one channel up to `seq`, or less of it from a read side that lags: an older answer is better than none.
 *
 * @returns whether the read side shows the channel
 */
export async function fetchAtLeast(channelId: string, seq = -1): Promise<boolean> {
  const askedAt = timeOfAsking()
  const channel = await freshest(channelId, seq)
  if (!channel) return false
  putChannels([channel], askedAt)
  if (channel.visibility === 'DIRECT') await loadOthers(channelId, seq)
  return true
}

async function freshest(channelId: string, seq: number): Promise<Channel | undefined> {
  try {
    return await loadChannel(channelId, seq)
  } catch (error) {
    if (!isStale(error)) throw error
    return loadChannel(channelId)
  }
}

/** Without an answer those stay who are known. */
async function loadOthers(channelId: string, minSeq = -1): Promise<void> {
  const members = await loadMembers(channelId, minSeq).catch(() => undefined)
  if (members) changeChannel(channelId, () => ({ otherIds: members.map((member) => member.id) }))
}
