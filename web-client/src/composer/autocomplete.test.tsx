// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef, useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useChannels } from '../channels/channelsStore.ts'
import { MarkdownField } from './MarkdownField.tsx'

const channel = (name: string) => ({ id: name, name, archived: false, visibility: 'PUBLIC' }) as never

function Field({ onSend, onOtherKey }: { onSend: () => void; onOtherKey: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  return (
    <MarkdownField
      field={field}
      channelId="c"
      value={text}
      label="Message"
      className=""
      onText={setText}
      onSend={onSend}
      onOtherKey={onOtherKey}
    />
  )
}

describe('completing names', () => {
  const onSend = vi.fn()
  const onOtherKey = vi.fn()

  beforeEach(() => {
    onSend.mockClear()
    onOtherKey.mockClear()
    useChannels.setState({
      byId: { general: channel('general'), gems: channel('gems'), news: channel('news') },
      joinedIds: new Set(['general']),
    })
  })

  function show(): HTMLTextAreaElement {
    render(<Field onSend={onSend} onOtherKey={onOtherKey} />)
    return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
  }

  const options = () => screen.queryAllByRole('option', { hidden: true }).map((option) => option.textContent)
  const active = (input: HTMLElement) =>
    document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent

  it('chooses with the arrow keys and takes with Enter, without sending', async () => {
    const input = show()
    await userEvent.type(input, 'see #ge')
    expect(options()).toEqual(['general', 'gems'])
    expect(active(input)).toBe('general')
    await userEvent.keyboard('{ArrowDown}')
    expect(active(input)).toBe('gems')
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}')
    expect(input.value).toBe('see #gems ')
    expect(onSend).not.toHaveBeenCalled()
    expect(options()).toEqual([])
    await userEvent.keyboard('{Enter}')
    expect(onSend).toHaveBeenCalledOnce()
  })

  it('takes with Tab and with the pointer', async () => {
    const input = show()
    await userEvent.type(input, '#ne{Tab}#ge')
    await userEvent.click(screen.getByRole('option', { name: 'gems', hidden: true }))
    expect(input.value).toBe('#news #gems ')
    expect(document.activeElement).toBe(input)
  })

  it('closes on Escape, which means nothing else then, until another name begins', async () => {
    const input = show()
    await userEvent.type(input, '#ge{Escape}')
    expect(options()).toEqual([])
    expect(onOtherKey.mock.calls.map(([event]) => event.key)).not.toContain('Escape')
    await userEvent.type(input, 'm')
    expect(options()).toEqual([])
    await userEvent.type(input, ' #ge')
    expect(options()).toHaveLength(2)
  })

  it('sends with one Enter when the name is complete', async () => {
    await userEvent.type(show(), '#general{Enter}')
    expect(onSend).toHaveBeenCalledOnce()
  })

  it('leaves the keys to an input method while it composes', async () => {
    const input = show()
    await userEvent.type(input, '#ge')
    fireEvent.keyDown(input, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(input, { key: 'ArrowDown', keyCode: 229 })
    expect(input.value).toBe('#ge')
    expect(active(input)).toBe('general')
  })

  it('puts the language after the fence and goes on beneath it', async () => {
    const input = show()
    await userEvent.type(input, '```py{Enter}print')
    expect(input.value).toBe('```python\nprint')
  })
})
