// @vitest-environment jsdom

import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CommandRefused } from '@tidings/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ChatContext } from '../app/ChatContext.tsx'
import type { Chat } from '../app/chat.ts'
import type { Message } from '../timeline/message.ts'
import { forgetDrafts } from './draftStore.ts'
import { EditBox } from './EditBox.tsx'
import { startEditing, useEditing } from './editingStore.ts'

describe('editing a message', () => {
  const request = vi.fn()
  const chat = { accountId: 'me', session: { request } } as unknown as Chat
  const message = { id: 'm1', authorId: 'me', body: 'as it was' } as Message

  beforeEach(() => {
    forgetDrafts()
    request.mockReset().mockResolvedValue({})
    startEditing('m1')
  })

  function show() {
    const view = render(
      <ChatContext value={chat}>
        <EditBox channelId="c" message={message} />
      </ChatContext>,
    )
    return { ...view, input: screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit message' }) }
  }

  it('keeps what was typed when one leaves and comes back', async () => {
    const { input, unmount } = show()
    await userEvent.type(input, ', and more')
    unmount()
    expect(show().input.value).toBe('as it was, and more')
  })

  it('may be emptied, and begins with the message again after Escape', async () => {
    const { input, unmount } = show()
    await userEvent.clear(input)
    expect(input.value).toBe('')
    await userEvent.type(input, 'x{Escape}')
    expect(useEditing.getState().messageId).toBeUndefined()
    unmount()
    expect(show().input.value).toBe('as it was')
  })

  it('keeps the text and says why when it is refused', async () => {
    request.mockRejectedValue(new CommandRefused('FORBIDDEN', 'too late', undefined))
    const { input } = show()
    await userEvent.type(input, '!{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe('too late')
    expect(input.value).toBe('as it was!')
  })

  it('is over once it is saved', async () => {
    await userEvent.type(show().input, '!{Enter}')
    expect(request).toHaveBeenCalledExactlyOnceWith({
      type: 'edit',
      channelId: 'c',
      messageId: 'm1',
      body: 'as it was!',
    })
    expect(useEditing.getState().messageId).toBeUndefined()
  })
})
