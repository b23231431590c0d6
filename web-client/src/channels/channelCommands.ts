import type { RestComponents } from '@tidings/client'
import { api } from '../account/api.ts'
import { askForMembership } from './channelsStore.ts'

/** @returns the new channel's id @throws Problem, with code CONFLICT when the name is taken */
export async function openChannel(channel: RestComponents['schemas']['NewChannel']): Promise<string> {
  const { id } = await api.call('POST', '/api/channels', { body: channel })
  return id
}

export async function joinChannel(channelId: string): Promise<void> {
  const answered = askForMembership(channelId)
  await api.call('PUT', '/api/channels/{channelId}/members/{userId}', { params: { channelId, userId: 'me' } })
  answered(true)
}

/** @throws Problem, with code CONFLICT for the last owner */
export async function leaveChannel(channelId: string): Promise<void> {
  const answered = askForMembership(channelId)
  await api.call('DELETE', '/api/channels/{channelId}/members/{userId}', {
    params: { channelId, userId: 'me' },
  })
  answered(false)
}

export type ChannelSettings = RestComponents['schemas']['ChannelSettings']

/** All that is given, or nothing. @throws Problem, with code CONFLICT when the name is taken */
export async function changeSettings(channelId: string, settings: ChannelSettings): Promise<void> {
  await api.call('PATCH', '/api/channels/{channelId}', { params: { channelId }, body: settings })
}

export async function archiveChannel(channelId: string): Promise<void> {
  await api.call('PUT', '/api/channels/{channelId}/archive', { params: { channelId } })
}

export async function unarchiveChannel(channelId: string): Promise<void> {
  await api.call('DELETE', '/api/channels/{channelId}/archive', { params: { channelId } })
}
