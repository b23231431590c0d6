// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Dialog } from './Dialog.tsx'
import { Menu } from './Menu.tsx'
import { Overlays } from './Overlays.tsx'
import { Popover } from './Popover.tsx'
import { toast } from './toast.ts'

function Asking() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Ask
      </button>
      {isOpen && (
        <Dialog title="Really?" onClose={() => setIsOpen(false)}>
          <p>Think about it.</p>
        </Dialog>
      )}
    </>
  )
}

describe('what lies over the page', () => {
  it('a dialog has its title, closes with Escape and gives the focus back', async () => {
    render(<Asking />)
    const opener = screen.getByRole('button', { name: 'Ask' })
    await userEvent.click(opener)
    expect(await screen.findByRole('dialog', { name: 'Really?' })).toBeDefined()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(opener)
  })

  it('a menu is walked through with the arrow keys', async () => {
    const second = vi.fn()
    render(
      <Menu
        label="More"
        entries={() => [
          { label: 'First', onSelect: vi.fn() },
          'separator',
          { label: 'Second', onSelect: second },
        ]}
      >
        <button type="button">More</button>
      </Menu>,
    )
    const button = screen.getByRole('button', { name: 'More' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    const menu = await screen.findByRole('menu', { name: 'More' })
    await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true))
    await userEvent.keyboard('{ArrowDown}')
    if (document.activeElement?.textContent === 'First') await userEvent.keyboard('{ArrowDown}')
    await userEvent.keyboard('{Enter}')
    expect(second).toHaveBeenCalledOnce()
    await waitFor(() => expect(document.activeElement).toBe(button))
  })

  it('a popover shows its content and can close itself', async () => {
    render(
      <Popover
        label="Card"
        content={(close) => (
          <button type="button" onClick={close}>
            Done
          </button>
        )}
      >
        <button type="button">Open</button>
      </Popover>,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Open' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('a toast can be taken back', async () => {
    const undo = vi.fn()
    render(<Overlays />)
    act(() => toast('Deleted', { action: { label: 'Undo', run: undo } }))
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(undo).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.queryByText('Deleted')).toBeNull())
  })
})
