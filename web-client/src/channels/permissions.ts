import type { Channel } from './channelsStore.ts'

/** The roles, the most powerful first. */
export const ROLES = ['OWNER', 'ADMIN', 'MODERATOR', 'MEMBER', 'GUEST'] as const
export type Role = (typeof ROLES)[number]

interface Act {
  /** The least powerful role that may do it. */
  from: Role
  /** In direct channels all are equal, and only what is marked so can be done there. */
  inDirect?: true
  inArchived?: true
  /** Also by guests where guests only read. */
  byReaders?: true
}

/** The server's permission table (`Act.java`). The server decides; this only spares the way. */
export const ACTS = {
  POST: { from: 'GUEST', inDirect: true },
  ANNOUNCE: { from: 'MODERATOR', inDirect: true },
  SKIP_SLOW_MODE: { from: 'MODERATOR', inDirect: true },
  MENTION_ALL: { from: 'MEMBER', inDirect: true },
  REACT: { from: 'GUEST', inDirect: true },
  EDIT_OWN: { from: 'GUEST', inDirect: true },
  DELETE_OWN: { from: 'GUEST', inDirect: true, byReaders: true },
  DELETE_ANY: { from: 'MODERATOR' },
  PIN: { from: 'MEMBER', inDirect: true },
  DESCRIBE: { from: 'MODERATOR', inDirect: true },
  RENAME: { from: 'ADMIN' },
  SET_RULES: { from: 'ADMIN' },
  ARCHIVE: { from: 'ADMIN', inArchived: true },
  ADD_TO_PUBLIC: { from: 'MEMBER' },
  ADD_TO_PRIVATE: { from: 'ADMIN' },
  CHANGE_ROLES: { from: 'ADMIN' },
  REMOVE: { from: 'MODERATOR', inArchived: true },
  BAN: { from: 'MODERATOR', inArchived: true },
  LEAVE: { from: 'GUEST', inArchived: true, byReaders: true },
} as const satisfies Record<string, Act>

type Place = Pick<Channel, 'visibility' | 'archived' | 'guestsReadOnly' | 'myRole'>

/** Whether one may do it in this channel; nobody who is no member does anything. */
export function may(
  act: keyof typeof ACTS,
  { visibility, archived, guestsReadOnly, myRole }: Place,
): boolean {
  const { from, inDirect, inArchived, byReaders }: Act = ACTS[act]
  if (myRole === null || (archived && !inArchived)) return false
  if (visibility === 'DIRECT') return inDirect === true
  const onlyReads = myRole === 'GUEST' && guestsReadOnly
  return !outranks(from, myRole) && (!onlyReads || byReaders === true)
}

export function mayAdd(channel: Place): boolean {
  if (channel.visibility === 'DIRECT') return false
  return may(channel.visibility === 'PUBLIC' ? 'ADD_TO_PUBLIC' : 'ADD_TO_PRIVATE', channel)
}

/** Whether one may remove or ban somebody of this role; equals have no power over each other. */
export function mayPutOut(act: 'REMOVE' | 'BAN', channel: Place, theirs: Role): boolean {
  return may(act, channel) && channel.myRole !== null && outranks(channel.myRole, theirs)
}

/** The roles that one may give to somebody of this role; none when one may not change it. */
export function rolesToGive(channel: Place, theirs: Role, isSelf: boolean): Role[] {
  const { myRole } = channel
  if (myRole === null) return []
  const others = ROLES.filter((role) => role !== theirs)
  // giving up power needs no leave, it is as free as leaving
  if (isSelf) return may('LEAVE', channel) ? others.filter((role) => outranks(theirs, role)) : []
  if (!may('CHANGE_ROLES', channel)) return []
  if (myRole === 'OWNER') return others
  return outranks(myRole, theirs) ? others.filter((role) => outranks(myRole, role)) : []
}

export function outranks(one: Role, other: Role): boolean {
  return ROLES.indexOf(one) < ROLES.indexOf(other)
}

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
