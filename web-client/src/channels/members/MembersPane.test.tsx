// @vitest-environment jsdom

import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Problem } from '@tidings/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setCredentials } from '../../account/accountStore.ts'
import { api } from '../../account/api.ts'
import { putChannels, useChannels } from '../channelsStore.ts'
import type { Role } from '../permissions.ts'
import { channelOf } from '../readSide.testing.ts'
import { MembersPane } from './MembersPane.tsx'
// loaded lazily, which may take longer than a test waits
import '../../appearance/Modal.tsx'
import '../../appearance/MenuPanel.tsx'

const PEOPLE: Record<string, Role> = { ada: 'OWNER', bob: 'MEMBER', cyd: 'MODERATOR' }

describe('the members pane', () => {
  beforeEach(() => {
    setCredentials({ accountId: 'ada' } as never)
    useChannels.setState({ byId: {}, joinedIds: new Set(['c']), state: 'ready' })
    const edges = Object.entries(PEOPLE).map(([id, role]) => ({
      role,
      node: { id, username: id, displayName: id, bot: false, deactivated: false },
    }))
    vi.spyOn(api, 'query').mockResolvedValue({
      channel: { seq: 5, members: { pageInfo: { hasNextPage: false, endCursor: null }, edges } },
    } as never)
  })

  afterEach(() => vi.restoreAllMocks())

  async function show(myRole: Role, selfId: string) {
    setCredentials({ accountId: selfId } as never)
    putChannels([channelOf('c', 5, { myRole, memberCount: 3 })])
    render(<MembersPane channelId="c" />)
    await screen.findByText('@bob')
  }

  it('lists the powerful first, and marks oneself', async () => {
    await show('MEMBER', 'bob')
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent)
    expect(rows).toEqual([
      expect.stringContaining('Owner'),
      expect.stringContaining('Moderator'),
      expect.stringContaining('(you)'),
    ])
    expect(screen.queryByRole('button', { name: 'Manage cyd' })).toBeNull()
    expect(screen.queryByRole('tab')).toBeNull()
  })

  it('shows a role at once, and says why when the server refuses it', async () => {
    let refuse: (error: Error) => void = () => undefined
    const call = vi.spyOn(api, 'call').mockReturnValue(
      new Promise((_, reject) => {
        refuse = reject
      }) as never,
    )
    await show('OWNER', 'ada')
    await userEvent.click(screen.getByRole('button', { name: 'Manage bob' }))
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Admin' }))
    const row = () => within(screen.getByText('@bob').closest('li') as HTMLElement)
    expect(row().getByText('Admin')).toBeTruthy()
    expect(call.mock.calls[0]?.[2]).toEqual({
      params: { channelId: 'c', userId: 'bob' },
      body: { role: 'ADMIN' },
    })
    refuse(new Problem(403, 'FORBIDDEN', 'no'))
    expect((await row().findByRole('alert')).textContent).toContain('does not allow')
    expect(row().queryByText('Admin')).toBeNull()
  })

  it('asks before it bans, and stays open when that is refused', async () => {
    const call = vi.spyOn(api, 'call').mockRejectedValueOnce(Problem.unreachable())
    await show('MODERATOR', 'cyd')
    expect(screen.getByRole('tab', { name: 'Banned' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Manage ada' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Manage bob' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Ban/ }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(call).not.toHaveBeenCalled()
    await userEvent.click(dialog.getByRole('button', { name: 'Ban' }))
    expect((await dialog.findByRole('alert')).textContent).toContain('cannot be reached')
    call.mockResolvedValueOnce(undefined as never)
    await userEvent.click(dialog.getByRole('button', { name: 'Ban' }))
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(call.mock.calls[1]?.slice(0, 2)).toEqual(['PUT', '/api/channels/{channelId}/bans/{userId}'])
  })
})
