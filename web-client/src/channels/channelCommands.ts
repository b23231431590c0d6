import { authorised } from '../account/authorised.ts'
import type { Visibility } from './channelsStore.ts'

/** @returns the new channel's id @throws Problem, with code CONFLICT when the name is taken */
export async function openChannel(
  name: string,
  topic: string,
  visibility: Exclude<Visibility, 'DIRECT'>,
): Promise<string> {
  const { id } = await authorised<{ id: string }>({
    method: 'POST',
    path: '/api/channels',
    body: { name, visibility, ...(topic === '' ? {} : { topic }) },
  })
  return id
}

export function joinChannel(channelId: string): Promise<void> {
  return authorised({ method: 'PUT', path: `/api/channels/${channelId}/members/me` })
}

export function leaveChannel(channelId: string): Promise<void> {
  return authorised({ method: 'DELETE', path: `/api/channels/${channelId}/members/me` })
}
