import { api } from '../account/api.ts'
import type { Visibility } from './channelsStore.ts'

/** @returns the new channel's id @throws Problem, with code CONFLICT when the name is taken */
export async function openChannel(
  name: string,
  topic: string,
  visibility: Exclude<Visibility, 'DIRECT'>,
): Promise<string> {
  const { id } = await api.call('POST', '/api/channels', {
    body: { name, visibility, ...(topic === '' ? {} : { topic }) },
  })
  return id
}

export async function joinChannel(channelId: string): Promise<void> {
  await api.call('PUT', '/api/channels/{channelId}/members/{userId}', { params: { channelId, userId: 'me' } })
}

export async function leaveChannel(channelId: string): Promise<void> {
  await api.call('DELETE', '/api/channels/{channelId}/members/{userId}', {
    params: { channelId, userId: 'me' },
  })
}
