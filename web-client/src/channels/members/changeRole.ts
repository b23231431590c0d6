import type { Role } from '../permissions.ts'
import { giveRole } from './memberCommands.ts'
import type { Member } from './memberQueries.ts'
import { showRole, useMembers } from './membersStore.ts'

/** Shows the role at once, and the one before again when the server refuses it. */
export async function changeRole(channelId: string, member: Member, role: Role): Promise<void> {
  showRole(member.id, role)
  try {
    await giveRole(channelId, member.id, role)
  } catch (error) {
    const shown = useMembers.getState().members.find(({ id }) => id === member.id)
    if (shown?.role === role) showRole(member.id, member.role)
    throw error
  }
}

/** Makes somebody else an owner, and oneself an admin. */
export async function handOver(channelId: string, toId: string, selfId: string): Promise<void> {
  await giveRole(channelId, toId, 'OWNER')
  await giveRole(channelId, selfId, 'ADMIN')
}
