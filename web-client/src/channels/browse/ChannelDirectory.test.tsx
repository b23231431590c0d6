// @vitest-environment jsdom

import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Problem } from '@tidings/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../../account/api.ts'
import { putChannels, useChannels } from '../channelsStore.ts'
import { channelOf } from '../readSide.testing.ts'
import { ChannelDirectory } from './ChannelDirectory.tsx'
// loaded lazily, which may take longer than a test waits
import '../../appearance/Modal.tsx'

describe('the directory of channels', () => {
  beforeEach(() => {
    useChannels.setState({ byId: {}, joinedIds: new Set(['general']), state: 'ready' })
    vi.spyOn(api, 'query').mockRejectedValue(Problem.unreachable())
    putChannels([
      channelOf('general', 1, { memberCount: 3 }),
      channelOf('café', 1, { memberCount: 9, topic: 'Tea and cake' }),
      channelOf('old', 1, { memberCount: 20, archived: true }),
      channelOf('secret', 1, { visibility: 'PRIVATE' }),
    ])
  })
  afterEach(() => vi.restoreAllMocks())

  const names = () => screen.getAllByRole('link').map((link) => link.textContent)
  const row = (name: string) => within(screen.getByRole('link', { name }).closest('li') as HTMLElement)

  it('lists the public ones, where most people are first, the archived last', async () => {
    render(<ChannelDirectory onClose={() => undefined} />)
    await screen.findByText('3 channels')
    expect(names()).toEqual(['café', 'general', 'old'])
    expect(row('general').getByText(/^Joined/)).toBeTruthy()
    expect(row('general').queryByRole('button')).toBeNull()
    expect(row('old').getByText(/^Archived/)).toBeTruthy()
    expect(row('old').queryByRole('button')).toBeNull()
  })

  it('finds words in names and topics, whatever their accents', async () => {
    render(<ChannelDirectory onClose={() => undefined} />)
    const field = await screen.findByRole('searchbox')
    await userEvent.type(field, 'cake CAFE')
    expect(names()).toEqual(['café'])
    await userEvent.type(field, ' x')
    expect(screen.getByText('0 channels')).toBeTruthy()
  })

  it('joins, and says beside the channel why one may not', async () => {
    const call = vi.spyOn(api, 'call').mockRejectedValueOnce(new Problem(403, 'FORBIDDEN', 'banned'))
    render(<ChannelDirectory onClose={() => undefined} />)
    const join = await screen.findByRole('button', { name: 'Join café' })
    await userEvent.click(join)
    expect(row('café').getByRole('alert').textContent).toContain('banned')
    call.mockResolvedValueOnce(undefined as never)
    await userEvent.click(join)
    expect(await row('café').findByText(/^Joined/)).toBeTruthy()
  })
})
