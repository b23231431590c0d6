// @vitest-environment jsdom

import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Problem } from '@tidings/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ChatContext } from '../../app/ChatContext.tsx'
import type { Chat } from '../../app/chat.ts'
import { changeSettings } from '../../channels/channelCommands.ts'
import { type Channel, useChannels } from '../../channels/channelsStore.ts'
import { Composer } from '../Composer.tsx'
import { forgetDrafts } from '../draftStore.ts'
import { commandIn, commandsFor } from './commands.ts'

vi.mock('../../channels/channelCommands.ts', () => ({
  changeSettings: vi.fn(),
  leaveChannel: vi.fn(),
  archiveChannel: vi.fn(),
  unarchiveChannel: vi.fn(),
}))

const own = { id: 'c', name: 'general', visibility: 'PUBLIC', archived: false, myRole: 'OWNER' } as Channel

describe('commands', () => {
  it.each<[Partial<Channel>, string[]]>([
    [{}, ['topic', 'leave', 'archive', 'shrug']],
    [{ myRole: 'MODERATOR' }, ['topic', 'leave', 'shrug']],
    [{ myRole: 'MEMBER' }, ['leave', 'shrug']],
    [{ visibility: 'DIRECT', myRole: 'MEMBER' }, ['topic', 'shrug']],
  ])('are those that one may use: %j', (channel, names) => {
    expect(commandsFor({ ...own, ...channel })).toEqual(names)
  })

  it.each(['/etc/hosts', '/topical', 'x /leave', '/leave now', '/Leave', '//leave'])(
    '%s is a text',
    (text) => {
      expect(commandIn(text, own)).toBeUndefined()
    },
  )
})

describe('a command in the composer', () => {
  const add = vi.fn()
  const chat = {
    accountId: 'me',
    outbox: { add },
    session: { signal: () => undefined },
    timelines: { goToLatest: async () => undefined },
  } as unknown as Chat

  beforeEach(() => {
    forgetDrafts()
    add.mockClear()
    vi.mocked(changeSettings).mockReset().mockResolvedValue()
    window.matchMedia = vi.fn().mockReturnValue({ matches: false })
    useChannels.setState({ byId: { c: own }, joinedIds: new Set(['c']) })
  })

  function show(): HTMLTextAreaElement {
    render(
      <ChatContext value={chat}>
        <Composer channelId="c" name="general" />
      </ChatContext>,
    )
    return screen.getByRole<HTMLTextAreaElement>('textbox')
  }

  it('is completed, and sets the topic instead of being sent', async () => {
    const input = show()
    await userEvent.type(input, '/to{Enter}all about it{Enter}')
    expect(changeSettings).toHaveBeenCalledExactlyOnceWith('c', { topic: 'all about it' })
    expect(add).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(input.value).toBe(''))
  })

  it('says why it failed, and keeps what was written', async () => {
    vi.mocked(changeSettings).mockRejectedValue(new Problem(403, 'FORBIDDEN', 'no'))
    const input = show()
    await userEvent.type(input, '/topic x{Enter}')
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(input.value).toBe('/topic x')
  })

  it('asks before one leaves', async () => {
    await userEvent.type(show(), '/leave{Enter}')
    expect(await screen.findByRole('dialog', { name: 'Leave general?' })).toBeDefined()
    expect(add).not.toHaveBeenCalled()
  })

  it('shrugs', async () => {
    await userEvent.type(show(), '/shrug no idea{Enter}')
    expect(add.mock.calls[0]?.[0].body).toBe('no idea ¯\\_(ツ)_/¯')
  })
})
