// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import EmojiPicker from './EmojiPicker.tsx'
import { useEmojiChoices } from './emojiChoices.ts'

beforeAll(() => {
  // there is no layout here
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(320)
  Element.prototype.scrollIntoView = () => undefined
})

describe('the emoji picker', () => {
  beforeEach(() => useEmojiChoices.setState({ recent: [], skinTone: 'none' }))

  it('finds an emoji by its name, and remembers what was picked', async () => {
    const onPick = vi.fn()
    const fetched = vi.spyOn(globalThis, 'fetch')
    render(<EmojiPicker onPick={onPick} />)
    const search = screen.getByRole('searchbox', { name: 'Search emoji' })
    await screen.findByText('😀')
    fireEvent.change(search, { target: { value: 'party popper' } })
    fireEvent.click(await screen.findByText('🎉'))
    expect(onPick).toHaveBeenCalledWith('🎉')
    expect(useEmojiChoices.getState().recent).toEqual(['🎉'])
    expect(fetched).not.toHaveBeenCalled()
  })

  it('says when no emoji has that name', async () => {
    render(<EmojiPicker onPick={() => undefined} />)
    await screen.findByText('😀')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'qqqq' } })
    expect(await screen.findByText('No emoji of that name')).toBeDefined()
  })

  it('keeps the skin tone that was chosen', async () => {
    const onPick = vi.fn()
    render(<EmojiPicker onPick={onPick} />)
    await screen.findByText('😀')
    fireEvent.click(screen.getByRole('button', { name: 'Skin tone: default. Change' }))
    expect(await screen.findByRole('button', { name: 'Skin tone: light. Change' })).toBeDefined()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'waving hand' } })
    fireEvent.click(await screen.findByText('👋🏻'))
    expect(onPick).toHaveBeenCalledWith('👋🏻')
  })
})
