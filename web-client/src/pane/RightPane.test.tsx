// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { backInPane, closePane, openPane, togglePane, useOpenPane, usePane } from './paneStore.ts'
import { RightPane } from './RightPane.tsx'
// loaded lazily, which may take longer than a test waits
import '../search/SearchPane.tsx'

function Shown({ channelId }: { channelId: string }) {
  const pane = useOpenPane(channelId)
  return <p>{pane ? `${pane.content.kind} ${pane.canGoBack}` : 'nothing'}</p>
}

describe('the right pane', () => {
  beforeEach(() => usePane.setState({ entries: [] }))

  it('keeps what belongs to a channel with it, and search with everything', () => {
    const { rerender } = render(<Shown channelId="one" />)
    act(() => openPane('one', { kind: 'members' }))
    expect(screen.getByText('members false')).toBeDefined()
    rerender(<Shown channelId="two" />)
    expect(screen.getByText('nothing')).toBeDefined()
    act(() => openPane(null, { kind: 'search' }))
    expect(screen.getByText('search false')).toBeDefined()
    rerender(<Shown channelId="one" />)
    expect(screen.getByText('search true')).toBeDefined()
    act(() => backInPane('one'))
    expect(screen.getByText('members false')).toBeDefined()
  })

  it('closes all that is seen, and opens nothing twice', () => {
    render(<Shown channelId="one" />)
    act(() => {
      openPane('one', { kind: 'details' })
      openPane('one', { kind: 'pins' })
      openPane('one', { kind: 'details' })
    })
    expect(usePane.getState().entries).toHaveLength(2)
    act(() => togglePane('one', { kind: 'details' }))
    expect(screen.getByText('nothing')).toBeDefined()
  })

  it('closes with Escape and gives the focus back to what opened it', async () => {
    render(
      <>
        <button type="button" onClick={() => openPane(null, { kind: 'search' })}>
          Find
        </button>
        <RightPane channelId="one" />
      </>,
    )
    const opener = screen.getByRole('button', { name: 'Find' })
    opener.focus()
    fireEvent.click(opener)
    const field = await screen.findByRole('textbox', { name: 'Search messages' })
    await waitFor(() => expect(document.activeElement).toBe(field))
    fireEvent.keyDown(field, { key: 'Escape' })
    await waitFor(() => expect(document.activeElement).toBe(opener))
    expect(screen.queryByRole('textbox')).toBeNull()
    act(() => closePane('one'))
  })
})
