// @vitest-environment jsdom

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { CommandRefused } from '@tidings/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '../account/api.ts'
import { useToasts } from '../appearance/toast.ts'
import { MessageRow } from './MessageRow.tsx'
import type { Message } from './message.ts'
import { changeSeen } from './pendingChanges.ts'
import { aMessage, renderInChannel } from './rowFixture.testing.tsx'

function row(change: Partial<Message> = {}, channel: Parameters<typeof renderInChannel>[1] = {}) {
  const shown = renderInChannel(
    <MessageRow message={aMessage(change)} channelId="c" isContinued={false} isTarget={false} />,
    channel,
  )
  fireEvent.pointerEnter(screen.getByRole('article'))
  return shown
}

async function menu(): Promise<string[]> {
  fireEvent.click(await screen.findByRole('button', { name: 'More actions' }))
  await screen.findByRole('menu')
  return screen.getAllByRole('menuitem').map((item) => item.textContent ?? '')
}

function toasts(): string[] {
  return useToasts.getState().toasts.map(({ text }) => text)
}

describe('the row of a message', () => {
  beforeEach(() => {
    useToasts.setState({ toasts: [] })
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    )
    Element.prototype.scrollIntoView = () => undefined
  })

  it('shows a reaction at once, and once when the event comes', async () => {
    const { request } = row()
    fireEvent.click(await screen.findByRole('button', { name: 'React with 👍' }))
    expect(screen.getByRole('button', { name: /👍, 1 reaction/ }).getAttribute('aria-pressed')).toBe('true')
    expect(request).toHaveBeenCalledWith({ type: 'react', channelId: 'c', messageId: 'm1', emoji: '👍' })
    act(() =>
      changeSeen(
        {
          channelId: 'c',
          seq: 10,
          at: '',
          actorId: 'me',
          event: 'ReactionAdded',
          data: { messageId: 'm1', emoji: '👍' },
        },
        'me',
      ),
    )
    expect(screen.queryByRole('button', { name: /👍, 1 reaction/ })).toBeNull()
  })

  it('takes a reaction back that is refused, and says why', async () => {
    const { request } = row({ reactions: [{ emoji: '🎉', count: 1, mine: false, by: ['ada'] }] })
    request.mockRejectedValueOnce(new CommandRefused('FORBIDDEN', 'You are banned', undefined))
    fireEvent.click(screen.getByRole('button', { name: /🎉, 1 reaction/ }))
    expect(screen.getByRole('button', { name: /🎉, 2 reactions/ })).toBeDefined()
    await waitFor(() => expect(screen.getByRole('button', { name: /🎉, 1 reaction/ })).toBeDefined())
    expect(toasts()).toEqual(['Your reaction was not taken. You are banned'])
  })

  it('says who reacted', () => {
    row({ reactions: [{ emoji: '🎉', count: 4, mine: true, by: ['ada', 'me', 'bob'] }] })
    const button = screen.getByRole('button', { name: /🎉/ })
    expect(button.getAttribute('data-tooltip')).toBe('You, Ada, Bob, and 1 other reacted with 🎉')
  })

  it('offers what the role allows, and nothing else', async () => {
    row()
    expect(await menu()).toEqual([
      'Add reaction',
      'Reply',
      'Reply in thread',
      'Pin to channel',
      'Forward',
      'Copy text',
      'Copy link',
    ])
  })

  it('lets a moderator delete what others wrote, and asks before', async () => {
    const { request } = row({}, { myRole: 'MODERATOR' })
    expect(await menu()).toContain('Delete')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('Ada wrote it.')
    expect(request).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(request).toHaveBeenCalledWith({ type: 'delete', channelId: 'c', messageId: 'm1' })
  })

  it('pins at once, and unpins again when that is refused', async () => {
    let refuse: (error: Error) => void = () => undefined
    const call = vi.spyOn(api, 'call').mockImplementation(
      () =>
        new Promise((_, reject) => {
          refuse = reject
        }),
    )
    row()
    await menu()
    fireEvent.click(screen.getByRole('menuitem', { name: 'Pin to channel' }))
    expect(screen.getByText('Pinned')).toBeDefined()
    expect(call.mock.calls[0]?.slice(0, 2)).toEqual(['PUT', '/api/channels/{channelId}/pins/{messageId}'])
    await act(async () => refuse(new Error()))
    expect(screen.queryByText('Pinned')).toBeNull()
    expect(toasts()[0]).toContain('The message was not pinned.')
    call.mockRestore()
  })

  it('stands out when it mentions whoever reads it', () => {
    row({ mentions: { accountIds: ['me'], channel: false, here: false } })
    expect(screen.getByRole('article').className).toContain('bg-mention-soft')
  })

  it('says when it was edited and whose words it forwards', () => {
    row({
      editedAt: '2026-11-24T03:14:05.678Z',
      forwardedFrom: { authorId: 'bob', original: null },
    })
    expect(screen.getByText(/^\(edited \d+:14/)).toBeDefined()
    expect(screen.getByText('Forwarded from Bob')).toBeDefined()
  })

  it('opens its menu where a finger rests', async () => {
    // jsdom has none
    vi.stubGlobal(
      'PointerEvent',
      class extends MouseEvent {
        readonly pointerType: string
        constructor(type: string, init: PointerEventInit) {
          super(type, init)
          this.pointerType = init.pointerType ?? 'mouse'
        }
      },
    )
    vi.useFakeTimers()
    row()
    const article = screen.getByRole('article')
    const touch = { pointerType: 'touch', clientX: 20, clientY: 20 }
    fireEvent.pointerDown(article, touch)
    fireEvent.pointerMove(article, { ...touch, clientY: 80 })
    act(() => vi.advanceTimersByTime(1_000))
    expect(screen.queryByRole('menu')).toBeNull()
    fireEvent.pointerDown(article, touch)
    act(() => vi.advanceTimersByTime(1_000))
    vi.useRealTimers()
    expect(await screen.findByRole('menu')).toBeDefined()
  })
})
