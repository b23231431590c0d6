import { isStale } from '@tidings/client'
import { loadChannel, loadChannels, loadMembers } from './channelQueries.ts'
import { type Channel, changeChannel, putChannels } from './channelsStore.ts'
import { timeOfAsking } from './hiddenChannels.ts'

/** Loads all channels, or loads them again: the counts of unread messages are the server's. */
export async function fetchChannels(): Promise<void> {
  const askedAt = timeOfAsking()
  await loadChannels((page) => {
    putChannels(page, askedAt)
    for (const channel of page) if (channel.visibility === 'DIRECT') void loadOthers(channel.id)
  })
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
