// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { shortTime } from '../timeline/times.ts'
import { SettingsHost } from './SettingsHost.tsx'
import { closeSettings } from './settingsStore.ts'

describe('the settings', () => {
  beforeEach(() => {
    closeSettings()
    localStorage.clear()
  })

  it('list the keys at a question mark, but not while one writes', async () => {
    render(
      <>
        <textarea aria-label="Message" />
        <SettingsHost />
      </>,
    )
    fireEvent.keyDown(screen.getByRole('textbox'), { key: '?' })
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.keyDown(document.body, { key: '?' })
    expect(await screen.findByText('Show all keys')).toBeDefined()
  })

  it('change the appearance at once, and for the next visit', async () => {
    render(<SettingsHost />)
    fireEvent.keyDown(document.body, { key: '?' })
    await userEvent.click(await screen.findByRole('tab', { name: 'Appearance' }))
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
    await userEvent.click(screen.getByRole('radio', { name: 'High' }))
    await userEvent.click(screen.getByRole('radio', { name: '14:30' }))
    expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', contrast: 'more' })
    expect(localStorage.getItem('tidings.contrast')).toBe('more')
    expect(shortTime(new Date(2026, 0, 1, 14, 30).getTime(), 'en')).toBe('14:30')
    await userEvent.click(screen.getByRole('radio', { name: '2:30 pm' }))
    expect(shortTime(new Date(2026, 0, 1, 14, 30).getTime(), 'en')).toMatch(/^2:30/)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
