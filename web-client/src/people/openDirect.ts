import { api } from '../account/api.ts'
import { setJoined } from '../channels/channelsStore.ts'
import { fetchChannel } from '../channels/channelUpdates.ts'

/** More people than these talk better in a channel, which has a name. */
export const MOST_OTHERS = 20

/**
 * The conversation of these people and oneself: the one that they have already, or a new one.
 *
 * @returns the channel's id @throws Problem, with code CONFLICT when one of them is deactivated
 */
export async function openDirect(otherIds: readonly string[]): Promise<string> {
  const { id } = await api.call('POST', '/api/channels', {
    body: { visibility: 'DIRECT', memberIds: [...otherIds] },
  })
  // it is opened, then joined by oneself and by each of the others
  await fetchChannel(id, 1 + otherIds.length)
  setJoined(id, true)
  return id
}
