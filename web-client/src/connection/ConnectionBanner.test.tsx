// @vitest-environment jsdom

import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ChatContext } from '../app/ChatContext.tsx'
import type { Chat } from '../app/chat.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { useConnection } from './connectionStore.ts'
import { watchNetwork } from './networkWatch.ts'

describe('the banner about the connection', () => {
  const session = { wake: vi.fn(), lostNetwork: vi.fn(), networkBack: vi.fn() }
  let unwatch: () => void

  beforeEach(() => {
    vi.useFakeTimers()
    vi.clearAllMocks()
    useConnection.setState({ status: { state: 'online' }, hasNetwork: true })
    unwatch = watchNetwork(session)
    render(
      <ChatContext value={{ session } as unknown as Chat}>
        <ConnectionBanner />
      </ChatContext>,
    )
  })
  afterEach(() => {
    unwatch()
    cleanup()
    vi.useRealTimers()
  })

  const banner = () => screen.queryByRole('alert')?.textContent

  it('comes at once when the device has no network', () => {
    session.lostNetwork.mockImplementation(() =>
      useConnection.setState({ status: { state: 'connecting', attempt: 1 } }),
    )
    act(() => window.dispatchEvent(new Event('offline')))
    expect(banner()).toContain('This device is offline.')
    act(() => window.dispatchEvent(new Event('online')))
    expect(session.networkBack).toHaveBeenCalledOnce()
    act(() => useConnection.setState({ status: { state: 'online' } }))
    expect(banner()).toBeUndefined()
  })

  it('does not speak of a blink', () => {
    const lost = { state: 'waiting', attempt: 1, retryAt: Date.now() + 5_000 } as const
    act(() => useConnection.setState({ status: lost }))
    act(() => vi.advanceTimersByTime(1_499))
    expect(banner()).toBeUndefined()
    act(() => vi.advanceTimersByTime(1))
    expect(banner()).toContain('No connection.')
  })
})
