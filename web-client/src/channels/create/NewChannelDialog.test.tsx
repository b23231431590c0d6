// @vitest-environment jsdom

import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Problem } from '@tidings/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../../account/api.ts'
import { putChannels, useChannels } from '../channelsStore.ts'
import { channelOf } from '../readSide.testing.ts'
import { NewChannelDialog } from './NewChannelDialog.tsx'
// loaded lazily, which may take longer than a test waits
import '../../appearance/Modal.tsx'

vi.mock('../../people/findPeople.ts', () => ({
  LONGEST_QUERY: 100,
  findPeople: async (text: string) =>
    ['bob', 'bert', 'cyd']
      .filter((name) => name.startsWith(text))
      .map((name) => ({ id: name, username: name, displayName: name, bot: false, deactivated: false })),
}))

describe('opening a channel', () => {
  beforeEach(() => {
    useChannels.setState({ byId: {}, joinedIds: new Set(), state: 'ready' })
    putChannels([channelOf('general', 3)])
    vi.spyOn(api, 'query').mockResolvedValue({ channel: null } as never)
  })
  afterEach(() => vi.restoreAllMocks())

  async function show() {
    const onClose = vi.fn()
    render(<NewChannelDialog onClose={onClose} />)
    return { onClose, name: await screen.findByRole('textbox', { name: 'Name' }) }
  }

  it('takes people along into a private channel, and describes it', async () => {
    const call = vi.spyOn(api, 'call').mockResolvedValue({ id: 'den' } as never)
    const { onClose, name } = await show()
    await userEvent.click(screen.getByRole('radio', { name: /Private/ }))
    await userEvent.type(name, 'The Den')
    expect(screen.getByText(/Was adjusted/)).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /Description/ }), 'Quiet')
    const people = screen.getByRole('combobox', { name: /Invite people/ })
    await userEvent.type(people, 'b')
    await userEvent.click(await screen.findByRole('option', { name: /bert/ }))
    await userEvent.type(people, 'cy')
    await userEvent.click(await screen.findByRole('option', { name: /cyd/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Remove bert' }))
    await userEvent.click(screen.getByRole('button', { name: 'Create channel' }))
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(
      call.mock.calls.map(([method, path, options]) => [
        method,
        path,
        (options as { body?: unknown } | undefined)?.body,
      ]),
    ).toEqual([
      ['POST', '/api/channels', { name: 'the-den', visibility: 'PRIVATE', memberIds: ['cyd'] }],
      ['PATCH', '/api/channels/{channelId}', { description: 'Quiet' }],
    ])
  })

  it('says that a name is taken, at once or when only the server knows', async () => {
    const call = vi.spyOn(api, 'call').mockRejectedValue(new Problem(409, 'CONFLICT', 'taken'))
    const { onClose, name } = await show()
    const create = screen.getByRole('button', { name: 'Create channel' })
    await userEvent.type(name, 'general')
    expect(screen.getByRole('alert').textContent).toContain('There is a channel of this name')
    expect(create).toHaveProperty('disabled', true)
    await userEvent.type(name, '-talk')
    expect(screen.queryByRole('alert')).toBeNull()
    await userEvent.click(create)
    expect((await screen.findByRole('alert')).id).toBe(name.getAttribute('aria-describedby')?.split(' ')[0])
    expect(call).toHaveBeenCalledTimes(1)
    expect(onClose).not.toHaveBeenCalled()
  })
})
