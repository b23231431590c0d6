import { api } from '../../account/api.ts'
import type { Role } from '../permissions.ts'

const MEMBER = '/api/channels/{channelId}/members/{userId}'
const BAN = '/api/channels/{channelId}/bans/{userId}'

export async function addMember(channelId: string, userId: string): Promise<void> {
  await api.call('PUT', MEMBER, { params: { channelId, userId } })
}

/** @throws Problem, with code CONFLICT when the last owner would give up */
export async function giveRole(channelId: string, userId: string, role: Role): Promise<void> {
  await api.call('PUT', MEMBER, { params: { channelId, userId }, body: { role } })
}

export async function removeMember(channelId: string, userId: string): Promise<void> {
  await api.call('DELETE', MEMBER, { params: { channelId, userId } })
}

export async function banAccount(channelId: string, userId: string): Promise<void> {
  await api.call('PUT', BAN, { params: { channelId, userId } })
}

export async function unbanAccount(channelId: string, userId: string): Promise<void> {
  await api.call('DELETE', BAN, { params: { channelId, userId } })
}
