// @vitest-environment jsdom

import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ChannelEvent, Problem } from '@tidings/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../../account/api.ts'
import { rememberPeople } from '../../people/peopleStore.ts'
import { type Channel, putChannels, useChannels } from '../channelsStore.ts'
import { channelOf } from '../readSide.testing.ts'
import { DetailsPane } from './DetailsPane.tsx'
import { applyToDetails } from './detailsStore.ts'
// loaded lazily, which may take longer than a test waits
import '../../appearance/Modal.tsx'

describe('the details of a channel', () => {
  beforeEach(() => {
    useChannels.setState({ byId: {}, joinedIds: new Set(['den']), state: 'ready' })
    rememberPeople([{ id: 'ada', username: 'ada', displayName: 'Ada Lovelace', bot: false } as never])
    vi.spyOn(api, 'query').mockResolvedValue({
      channel: {
        description: 'For quiet work',
        seq: 5,
        events: [{ at: '2026-11-24T12:00:00Z', event: 'ChannelOpened', actorId: 'ada' }],
      },
    } as never)
  })
  afterEach(() => vi.restoreAllMocks())

  async function show(more: Partial<Channel>) {
    putChannels([channelOf('den', 5, more)])
    render(<DetailsPane channelId="den" />)
    await screen.findByText('For quiet work')
  }

  it('say what it is for, who opened it and what its rules are, and let a member change nothing', async () => {
    await show({ myRole: 'MEMBER', topic: 'Dust', slowModeSeconds: 300 })
    expect(screen.getByText('Dust')).toBeTruthy()
    expect(screen.getByText('Opened by Ada Lovelace on November 24, 2026')).toBeTruthy()
    expect(screen.getByText('5 minutes')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Rename the channel' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Change the topic' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Archive the channel' })).toBeNull()
    expect(screen.getByRole('switch', { name: 'Announcements' }).hasAttribute('disabled')).toBe(true)
  })

  it('say beside the name that it is taken, and keep what was typed', async () => {
    const call = vi.spyOn(api, 'call').mockRejectedValueOnce(new Problem(409, 'CONFLICT', 'taken'))
    await show({ myRole: 'ADMIN' })
    await userEvent.click(screen.getByRole('button', { name: 'Rename the channel' }))
    const field = screen.getByRole('textbox', { name: 'Name' })
    await userEvent.clear(field)
    await userEvent.type(field, 'The Loft{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('There is a channel of this name')
    expect(field).toHaveProperty('value', 'the-loft')
    call.mockResolvedValueOnce(undefined as never)
    await userEvent.type(field, '{Enter}')
    expect(await screen.findByText('the-loft', { selector: 'p[dir="auto"]:not(.truncate)' })).toBeTruthy()
    expect(call.mock.calls[1]?.[2]).toEqual({ params: { channelId: 'den' }, body: { name: 'the-loft' } })
  })

  it('show a rule at once and take it back when it is refused', async () => {
    let refuse: (error: Error) => void = () => undefined
    vi.spyOn(api, 'call').mockReturnValue(new Promise((_, reject) => (refuse = reject)) as never)
    await show({ myRole: 'OWNER' })
    const rule = screen.getByRole('switch', { name: 'Announcements' })
    await userEvent.click(rule)
    expect(rule.getAttribute('aria-checked')).toBe('true')
    refuse(Problem.unreachable())
    expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
    expect(rule.getAttribute('aria-checked')).toBe('false')
  })

  it('ask before one leaves, and tell the last owner what to do first', async () => {
    vi.spyOn(api, 'call').mockRejectedValueOnce(new Problem(409, 'CONFLICT', 'the last owner makes …'))
    await show({ myRole: 'OWNER', visibility: 'PRIVATE' })
    await userEvent.click(screen.getByRole('button', { name: 'Leave the channel' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/only when somebody adds you/)).toBeTruthy()
    expect(dialog.getByText(/You are an owner/)).toBeTruthy()
    await userEvent.click(dialog.getByRole('button', { name: 'Leave' }))
    expect((await dialog.findByRole('alert')).textContent).toContain('somebody else an owner first')
  })

  it('change with what happens, and offer to open an archived channel again', async () => {
    await show({ myRole: 'ADMIN', archived: true })
    expect(screen.getByRole('button', { name: 'Open the channel again' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Rename the channel' })).toBeNull()
    const event = { channelId: 'den', seq: 6, event: 'DescriptionChanged', data: { description: 'Loud' } }
    act(() => applyToDetails(event as ChannelEvent))
    expect(screen.getByText('Loud')).toBeTruthy()
  })
})
