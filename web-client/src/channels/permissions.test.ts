import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ACTS, may, mayAdd, mayPutOut, type Role, rolesToGive } from './permissions.ts'

const channel = (myRole: Role | null, more = {}) => ({
  visibility: 'PUBLIC' as const,
  archived: false,
  guestsReadOnly: false,
  myRole,
  ...more,
})

describe('what one may do in a channel', () => {
  it('is what the permission table of the server says', () => {
    const table = readFileSync(
      join(import.meta.dirname, '../../../command-side/src/main/java/tidings/command/channel/Act.java'),
      'utf8',
    )
    const rows = [...table.matchAll(/^ {4}([A-Z_]+)\(Role\.([A-Z]+), "[^"]*"((?:, Also\.[A-Z_]+)*)\)[,;]/gm)]
    const theirs = Object.fromEntries(
      rows.map(([, act = '', from, also = '']) => [
        act,
        {
          from,
          ...(also.includes('IN_DIRECT') ? { inDirect: true } : {}),
          ...(also.includes('IN_ARCHIVED') ? { inArchived: true } : {}),
          ...(also.includes('BY_READERS') ? { byReaders: true } : {}),
        },
      ]),
    )
    expect(ACTS).toEqual(theirs)
  })

  it('ends where the role, an archive, a direct channel or reading only ends it', () => {
    expect(may('RENAME', channel('ADMIN'))).toBe(true)
    expect(may('RENAME', channel('MODERATOR'))).toBe(false)
    expect(may('RENAME', channel(null))).toBe(false)
    expect(may('RENAME', channel('OWNER', { archived: true }))).toBe(false)
    expect(may('ARCHIVE', channel('ADMIN', { archived: true }))).toBe(true)
    expect(may('LEAVE', channel('OWNER', { visibility: 'DIRECT' }))).toBe(false)
    expect(may('POST', channel('GUEST', { guestsReadOnly: true }))).toBe(false)
    expect(may('LEAVE', channel('GUEST', { guestsReadOnly: true }))).toBe(true)
  })

  it('lets members add to public channels, and admins to private ones', () => {
    expect(mayAdd(channel('MEMBER'))).toBe(true)
    expect(mayAdd(channel('GUEST'))).toBe(false)
    expect(mayAdd(channel('MODERATOR', { visibility: 'PRIVATE' }))).toBe(false)
    expect(mayAdd(channel('ADMIN', { visibility: 'PRIVATE' }))).toBe(true)
    expect(mayAdd(channel('OWNER', { visibility: 'DIRECT' }))).toBe(false)
  })

  it('reaches those of less power only', () => {
    expect(mayPutOut('BAN', channel('MODERATOR'), 'MEMBER')).toBe(true)
    expect(mayPutOut('BAN', channel('MODERATOR'), 'MODERATOR')).toBe(false)
    expect(mayPutOut('REMOVE', channel('OWNER'), 'OWNER')).toBe(false)
  })

  it('lets owners give every role, admins those below their own, and everybody give up power', () => {
    expect(rolesToGive(channel('OWNER'), 'OWNER', false)).toEqual(['ADMIN', 'MODERATOR', 'MEMBER', 'GUEST'])
    expect(rolesToGive(channel('ADMIN'), 'MEMBER', false)).toEqual(['MODERATOR', 'GUEST'])
    expect(rolesToGive(channel('ADMIN'), 'ADMIN', false)).toEqual([])
    expect(rolesToGive(channel('MODERATOR'), 'GUEST', false)).toEqual([])
    expect(rolesToGive(channel('MODERATOR'), 'MODERATOR', true)).toEqual(['MEMBER', 'GUEST'])
  })
})
