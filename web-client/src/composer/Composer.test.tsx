// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ChatContext } from '../app/ChatContext.tsx'
import type { Chat } from '../app/chat.ts'
import { Composer } from './Composer.tsx'
import { changeDraft, forgetDrafts, useDrafts } from './draftStore.ts'
import { useFormattingBar } from './formattingBar.ts'

describe('the composer', () => {
  const add = vi.fn()
  const signal = vi.fn()
  const chat = {
    accountId: 'me',
    outbox: { add },
    session: { signal },
    timelines: { goToLatest: async () => undefined },
  } as unknown as Chat

  beforeEach(() => {
    forgetDrafts()
    add.mockClear()
    signal.mockClear()
    window.matchMedia = vi.fn().mockReturnValue({ matches: false })
  })

  function show(): HTMLTextAreaElement {
    render(
      <ChatContext value={chat}>
        <Composer channelId="c" name="general" />
      </ChatContext>,
    )
    return screen.getByRole('textbox', { name: 'Message general' })
  }

  it('sends on Enter and is empty again', async () => {
    const input = show()
    await userEvent.type(input, 'hello{Enter}')
    expect(add).toHaveBeenCalledOnce()
    expect(add.mock.calls[0]?.[0]).toMatchObject({ channelId: 'c', body: 'hello', replyTo: null })
    expect(input.value).toBe('')
  })

  it('begins a new line on Shift+Enter', async () => {
    const input = show()
    await userEvent.type(input, 'one{Shift>}{Enter}{/Shift}two')
    expect(add).not.toHaveBeenCalled()
    expect(input.value).toBe('one\ntwo')
  })

  it('leaves the Enter that ends a composition to the input method', () => {
    changeDraft('c', { body: 'こんにちは' })
    const input = show()
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 })
    expect(add).not.toHaveBeenCalled()
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 13 })
    expect(add).toHaveBeenCalledOnce()
  })

  it('gives every message a key of its own', async () => {
    const input = show()
    await userEvent.type(input, 'same{Enter}')
    await userEvent.type(input, 'same{Enter}')
    const keys = add.mock.calls.map(([entry]) => entry.clientMessageId)
    expect(new Set(keys).size).toBe(2)
  })

  it('does not send what is blank or too long', async () => {
    const input = show()
    await userEvent.type(input, '   {Enter}')
    fireEvent.change(input, { target: { value: 'x'.repeat(4001) } })
    await userEvent.type(input, '{Enter}')
    expect(add).not.toHaveBeenCalled()
    expect(screen.getByText('-1')).toBeDefined()
  })

  it('keeps a draft per channel, also for the next page', async () => {
    await userEvent.type(show(), 'not done')
    expect(useDrafts.getState().byKey.c?.body).toBe('not done')
    expect(localStorage.getItem('tidings.draft.c')).toContain('not done')
  })

  it('answers what began the thread that it stands in, and keeps a draft of its own there', async () => {
    changeDraft('c', { body: 'for all' })
    render(
      <ChatContext value={chat}>
        <Composer channelId="c" name="the thread" rootId="m1" />
      </ChatContext>,
    )
    const input = screen.getByRole('textbox', { name: 'Reply in thread' })
    await userEvent.type(input, 'in the thread')
    expect(useDrafts.getState().byKey['c/m1']?.body).toBe('in the thread')
    await userEvent.type(input, '{Enter}')
    expect(add.mock.calls[0]?.[0]).toMatchObject({ body: 'in the thread', replyTo: 'm1' })
    expect(useDrafts.getState().byKey.c?.body).toBe('for all')
  })

  it('sends a reply to what it replies to, once', async () => {
    changeDraft('c', { replyTo: { id: 'm1', authorId: 'ada', body: 'question' } })
    const input = show()
    await userEvent.type(input, 'answer{Enter}')
    await userEvent.type(input, 'more{Enter}')
    expect(add.mock.calls.map(([entry]) => entry.replyTo)).toEqual(['m1', null])
  })

  it('says that somebody is typing, but not with every key', async () => {
    await userEvent.type(show(), 'hello')
    expect(signal).toHaveBeenCalledExactlyOnceWith({ type: 'typing', channelId: 'c' })
  })

  it('formats what is selected, by key and by button, and goes on with a list', async () => {
    useFormattingBar.setState({ isShown: true })
    const input = show()
    await userEvent.type(input, 'so it is')
    input.setSelectionRange(3, 5)
    await userEvent.keyboard('{Control>}b{/Control}')
    expect(input.value).toBe('so **it** is')
    await userEvent.click(screen.getByRole('button', { name: 'Bold' }))
    expect(input.value).toBe('so it is')
    expect(input.selectionStart).toBe(3)
    await userEvent.clear(input)
    await userEvent.type(input, '- one{Shift>}{Enter}{/Shift}two')
    expect(input.value).toBe('- one\n- two')
  })

  it('begins lines with Enter within a block of code, and sends with Ctrl+Enter', async () => {
    const input = show()
    await userEvent.type(input, '```{Enter}  a{Enter}b')
    expect(input.value).toBe('```\n  a\n  b')
    expect(add).not.toHaveBeenCalled()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(add).toHaveBeenCalledOnce()
  })

  it('shows how the message will look, and goes back to the text', async () => {
    const input = show()
    await userEvent.type(input, 'how it looks')
    await userEvent.click(screen.getByRole('button', { name: 'Preview' }))
    expect(screen.getByRole('region', { name: 'Preview' }).textContent).toBe('how it looks')
    expect(screen.queryByRole('textbox')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Go on writing' }))
    expect(screen.getByRole('textbox')).toBe(input)
  })
})
