// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setCredentials } from '../account/accountStore.ts'
import { EditedMark } from './EditedMark.tsx'

describe('the mark of an edited message', () => {
  const answer = vi.fn()

  beforeEach(() => {
    setCredentials({
      accountId: 'me',
      username: 'me',
      accessToken: 'a',
      refreshToken: 'r',
      expiresAt: Date.now() + 600_000,
    })
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ data: { message: answer() } })))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('opens what was said before and what each edit changed', async () => {
    answer.mockReturnValue({
      body: 'Lunch at two',
      createdAt: '2026-11-24T03:00:00.000Z',
      editedAt: '2026-11-24T05:00:00.000Z',
      revisions: [
        { seq: 2, body: 'Lunch at noon', at: '2026-11-24T03:00:00.000Z' },
        { seq: 3, body: 'Lunch at one', at: '2026-11-24T04:00:00.000Z' },
      ],
    })
    render(<EditedMark messageId="m" at={Date.parse('2026-11-24T05:00:00.000Z')} />)
    await userEvent.click(screen.getByRole('button', { name: /edited/ }))
    await screen.findByRole('dialog', { name: 'Edit history' }, { timeout: 5000 })
    const versions = await screen.findAllByRole('article')
    expect(versions.map((version) => version.querySelector('p')?.textContent)).toEqual([
      'Lunch at onetwo',
      'Lunch at noonone',
      'Lunch at noon',
    ])
    expect([...document.querySelectorAll('ins')].map((piece) => piece.textContent)).toEqual(['two', 'one'])
    expect([...document.querySelectorAll('del')].map((piece) => piece.textContent)).toEqual(['one', 'noon'])
  })

  it('says so when the message is gone', async () => {
    answer.mockReturnValue(null)
    render(<EditedMark messageId="m" at={0} />)
    await userEvent.click(screen.getByRole('button', { name: /edited/ }))
    expect((await screen.findByRole('alert', {}, { timeout: 5000 })).textContent).toContain('deleted')
  })
})
