// @vitest-environment jsdom

import { BanPageDocument, type ChannelEvent, MemberPageDocument } from '@tidings/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../../account/api.ts'
import type { Role } from '../permissions.ts'
import {
  applyToMembers,
  closeMembers,
  loadBans,
  loadMoreMembers,
  openMembers,
  useMembers,
} from './membersStore.ts'

const person = (id: string) => ({ id, username: id, displayName: id, bot: false, deactivated: false })
const roles = () => useMembers.getState().members.map(({ id, role }) => `${id} ${role}`)

function happened(seq: number, event: string, memberId: string, role?: Role): ChannelEvent {
  return { channelId: 'c', seq, event, actorId: 'ada', at: '', data: { memberId, role } } as never
}

function page(seq: number, members: [string, Role][], more: string | null = null) {
  return {
    channel: {
      seq,
      members: {
        pageInfo: { hasNextPage: more !== null, endCursor: more },
        edges: members.map(([id, role]) => ({ role, node: person(id) })),
      },
    },
  }
}

describe('the members of the channel that is looked at', () => {
  let answer: (value: unknown) => Promise<void>

  beforeEach(() => {
    closeMembers()
    vi.spyOn(api, 'query').mockImplementation((document) => {
      if (![MemberPageDocument, BanPageDocument].some((known) => String(known) === String(document)))
        return Promise.resolve({ channel: null }) as never
      return new Promise((resolve) => {
        answer = async (value) => {
          resolve(value as never)
          for (let turn = 0; turn < 10; turn++) await Promise.resolve()
        }
      })
    })
  })

  it('change with what happens', async () => {
    void openMembers('c')
    await answer(
      page(5, [
        ['ada', 'OWNER'],
        ['bob', 'MEMBER'],
      ]),
    )
    applyToMembers(happened(6, 'MemberJoined', 'cyd', 'GUEST'))
    applyToMembers(happened(7, 'RoleChanged', 'bob', 'ADMIN'))
    expect(roles()).toEqual(['ada OWNER', 'bob ADMIN', 'cyd GUEST'])
    applyToMembers(happened(8, 'MemberLeft', 'cyd'))
    applyToMembers({ ...happened(9, 'MemberLeft', 'ada'), channelId: 'another' })
    expect(roles()).toEqual(['ada OWNER', 'bob ADMIN'])
  })

  it('keep what happened while a page was on its way', async () => {
    void openMembers('c')
    applyToMembers(happened(5, 'MemberLeft', 'bob'))
    applyToMembers(happened(6, 'RoleChanged', 'bob', 'ADMIN'))
    await answer(page(5, [['bob', 'MEMBER']]))
    expect(roles()).toEqual(['bob ADMIN'])
  })

  it('come page by page, nobody twice', async () => {
    void openMembers('c')
    await answer(page(5, [['ada', 'OWNER']], 'next'))
    applyToMembers(happened(6, 'MemberJoined', 'cyd', 'MEMBER'))
    void loadMoreMembers()
    await answer(
      page(6, [
        ['bob', 'MEMBER'],
        ['cyd', 'MEMBER'],
      ]),
    )
    expect(roles()).toEqual(['ada OWNER', 'cyd MEMBER', 'bob MEMBER'])
    expect(useMembers.getState().more).toBeNull()
  })

  it('leave when they are banned, and bans end', async () => {
    void openMembers('c')
    await answer(page(5, [['bob', 'MEMBER']]))
    void loadBans()
    await answer({
      channel: {
        bans: { pageInfo: { hasNextPage: false, endCursor: null }, edges: [{ node: person('eve') }] },
      },
    })
    applyToMembers(happened(6, 'MemberBanned', 'bob'))
    expect(roles()).toEqual([])
    expect(useMembers.getState().bannedIds).toEqual(['bob', 'eve'])
    applyToMembers(happened(7, 'MemberUnbanned', 'eve'))
    expect(useMembers.getState().bannedIds).toEqual(['bob'])
  })
})
