// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setCredentials } from '../account/accountStore.ts'
import { type Channel, useChannels } from '../channels/channelsStore.ts'
import { aMessage } from '../timeline/rowFixture.testing.tsx'
import { channelMatches } from './channelMatches.ts'
import ForwardDialog from './ForwardDialog.tsx'

function channel(id: string, name: string, change: Partial<Channel> = {}): Channel {
  return {
    id,
    name,
    topic: null,
    visibility: 'PUBLIC',
    archived: false,
    announcement: false,
    slowModeSeconds: 0,
    guestsReadOnly: false,
    myRole: 'MEMBER',
    seq: 1,
    memberCount: 1,
    unreadCount: 0,
    readSeq: 1,
    ...change,
  }
}

describe('forwarding a message', () => {
  const post = vi.fn<(path: string, body: Record<string, string>) => Response>()
  const onClose = vi.fn()
  const ok = () => new Response(JSON.stringify({ id: 'new', seq: 1 }), { status: 201 })

  beforeEach(() => {
    post.mockReset().mockImplementation(ok)
    onClose.mockReset()
    setCredentials({
      accountId: 'me',
      username: 'me',
      accessToken: 'a',
      refreshToken: 'r',
      expiresAt: Date.now() + 600_000,
    })
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => post(url, JSON.parse(String(init.body))))
    const channels = [
      channel('c', 'general'),
      channel('lunch', 'lunch'),
      channel('old', 'lunch-2019', { archived: true }),
      channel('foreign', 'lunch-elsewhere'),
      channel('slow', 'slow', { slowModeSeconds: 60 }),
    ]
    useChannels.setState({
      byId: Object.fromEntries(channels.map((each) => [each.id, each])),
      joinedIds: new Set(['c', 'lunch', 'old', 'slow']),
    })
  })
  afterEach(() => {
    setCredentials(undefined)
    vi.unstubAllGlobals()
  })

  async function show() {
    render(<ForwardDialog channelId="c" message={aMessage({ body: 'Menu' })} onClose={onClose} />)
    return screen.findByRole('combobox', { name: 'To which channel?' }, { timeout: 5000 })
  }

  it('offers the channels in which one may write, and says the note above the message', async () => {
    const field = await show()
    await userEvent.type(field, 'lnch')
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['lunch'])
    await userEvent.keyboard('{Enter}')
    await userEvent.type(screen.getByRole('textbox', { name: 'Your note' }), 'Look')
    await userEvent.click(screen.getByRole('button', { name: 'Forward' }))
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(post.mock.calls.map(([path, { body, forwardOf }]) => [path, body ?? forwardOf])).toEqual([
      ['/api/channels/lunch/messages', 'Look'],
      ['/api/channels/lunch/messages', 'm1'],
    ])
  })

  it('says what went wrong, and tries the same again without saying anything twice', async () => {
    post
      .mockImplementationOnce(ok)
      .mockImplementationOnce(() => new Response(JSON.stringify({ code: 'FORBIDDEN' }), { status: 403 }))
    await userEvent.type(await show(), 'lunch{Enter}')
    await userEvent.type(screen.getByRole('textbox', { name: 'Your note' }), 'Look')
    await userEvent.click(screen.getByRole('button', { name: 'Forward' }))
    await screen.findByRole('alert')
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Forward' }))
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    const keys = post.mock.calls.map(([, { clientMessageId }]) => clientMessageId)
    expect(keys.slice(2)).toEqual(keys.slice(0, 2))
  })

  it('takes no note where the second message would have to wait', async () => {
    await userEvent.type(await show(), 'slow{Enter}')
    expect(screen.queryByRole('textbox', { name: 'Your note' })).toBeNull()
  })

  it('finds in any script and forgives a slip', () => {
    const channels = ['general', 'пиво', 'tech-support'].map((name) => ({ id: name, name }))
    const found = (typed: string) => channelMatches(channels, typed).map(({ name }) => name)
    expect(found('пив')).toEqual(['пиво'])
    expect(found('genral')).toEqual(['general'])
    expect(found('#support')).toEqual(['tech-support'])
    expect(found('')).toHaveLength(3)
    expect(found('zzz')).toEqual([])
  })
})
