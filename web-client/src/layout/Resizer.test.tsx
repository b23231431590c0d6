// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { setPreference, usePreferences } from '../preferences/preferences.ts'
import { Resizer } from './Resizer.tsx'

/** jsdom has no pointer events with a place. */
function press(type: string, on: HTMLElement, clientX: number): void {
  fireEvent(on, new MouseEvent(type, { clientX, bubbles: true }))
}

describe('the edge of the sidebar', () => {
  beforeEach(() => setPreference('sidebarWidth', 272))

  function edge(): HTMLElement {
    render(<Resizer />)
    const separator = screen.getByRole('separator', { name: 'Width of the sidebar' })
    separator.setPointerCapture = () => undefined
    return separator
  }

  it('is moved with the arrow keys and says where it stands', () => {
    const separator = edge()
    fireEvent.keyDown(separator, { key: 'ArrowRight' })
    expect(separator.getAttribute('aria-valuenow')).toBe('288')
    fireEvent.keyDown(separator, { key: 'Home' })
    fireEvent.keyDown(separator, { key: 'ArrowLeft' })
    expect(separator.getAttribute('aria-valuenow')).toBe('240')
  })

  it('is dragged, and never further than what looks well', () => {
    const separator = edge()
    press('pointerdown', separator, 100)
    press('pointermove', separator, 120)
    expect(usePreferences.getState().sidebarWidth).toBe(292)
    press('pointermove', separator, 900)
    expect(usePreferences.getState().sidebarWidth).toBe(320)
    fireEvent.pointerUp(separator)
    press('pointermove', separator, 0)
    expect(usePreferences.getState().sidebarWidth).toBe(320)
  })
})
