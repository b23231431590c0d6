// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ChatContext } from '../app/ChatContext.tsx'
import type { Chat } from '../app/chat.ts'
import { AppFailure } from '../failure/AppFailure.tsx'
import { ErrorBoundary } from '../failure/ErrorBoundary.tsx'
import { ChannelBoundary } from './ChannelBoundary.tsx'

let isBroken = true

function View() {
  if (isBroken) throw new Error('broken')
  return <p>the channel</p>
}

describe('a channel that cannot be shown', () => {
  let calls: string[]

  beforeEach(() => {
    calls = []
    isBroken = true
    vi.spyOn(console, 'error').mockReturnValue()
  })
  afterEach(() => vi.restoreAllMocks())

  /** @param mendsAfter whether loading it anew helps */
  function show(mendsAfter: number) {
    const timelines = {
      close: (id: string) => calls.push(`close ${id}`),
      open: (id: string) => {
        calls.push(`open ${id}`)
        isBroken = calls.length / 2 < mendsAfter
      },
    }
    render(
      <ChatContext value={{ timelines } as unknown as Chat}>
        <ChannelBoundary channelId="c">
          <View />
        </ChannelBoundary>
        <p>the others</p>
      </ChatContext>,
    )
  }

  it('is loaded anew by itself', () => {
    show(1)
    expect(calls).toEqual(['close c', 'open c'])
    expect(screen.getByText('the channel')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says so when that does not help, leaves the others alone, and can be tried again', async () => {
    show(2)
    expect(screen.getByRole('alert').textContent).toContain('cannot be shown')
    expect(screen.getByText('the others')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(calls).toEqual(['close c', 'open c', 'close c', 'open c'])
    expect(screen.getByText('the channel')).toBeTruthy()
  })

  it('is a message of the whole page where nothing else is left', () => {
    render(
      <ErrorBoundary fallback={() => <AppFailure />}>
        <View />
      </ErrorBoundary>,
    )
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong.')
    expect(screen.getByRole('button', { name: 'Load again' })).toBeTruthy()
  })
})
