import type { Channel } from './channelsStore.ts'

/** Why nothing can be written in a channel although one is a member. */
export type WritingClosed = 'archived' | 'announcement' | 'guests'

const MODERATING: ReadonlySet<Channel['myRole']> = new Set(['OWNER', 'ADMIN', 'MODERATOR'] as const)

type Rules = Pick<Channel, 'visibility' | 'archived' | 'announcement' | 'guestsReadOnly' | 'myRole'>

/** What the server would say, told before one writes. The server decides; this only spares the way. */
export function writingClosed(channel: Rules): WritingClosed | undefined {
  if (channel.archived) return 'archived'
  if (channel.visibility === 'DIRECT') return undefined
  if (channel.announcement && !MODERATING.has(channel.myRole)) return 'announcement'
  return channel.guestsReadOnly && channel.myRole === 'GUEST' ? 'guests' : undefined
}

/** Whether members may react and edit, which an announcement channel leaves them. */
export function mayReact(channel: Rules): boolean {
  const closed = writingClosed(channel)
  return closed === undefined || closed === 'announcement'
}

/** How many seconds one waits between two messages here; 0 for not at all. */
export function slowModeFor({
  visibility,
  myRole,
  slowModeSeconds,
}: Pick<Channel, 'visibility' | 'myRole' | 'slowModeSeconds'>): number {
  return visibility === 'DIRECT' || MODERATING.has(myRole) ? 0 : slowModeSeconds
}
