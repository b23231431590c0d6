// @vitest-environment jsdom

import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Problem } from '@tidings/client'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useAccount } from '../account/accountStore.ts'
import '../language/index.ts'
import { loadPerson } from './loadPerson.ts'
import { openDirect } from './openDirect.ts'
import { rememberPeople } from './peopleStore.ts'
import { presenceTold } from './presenceStore.ts'
import { WithCard } from './WithCard.tsx'

vi.mock('./openDirect.ts', () => ({ openDirect: vi.fn() }))
vi.mock('./loadPerson.ts', () => ({ loadPerson: vi.fn() }))

const ADA = { id: 'id-ada', username: 'ada', displayName: 'Ada Lovelace', bot: false }
const open = vi.mocked(openDirect)
const load = vi.mocked(loadPerson)

// what is loaded on demand takes as long as the machine is busy
beforeAll(async () => {
  await import('../appearance/PopoverPanel.tsx')
  await import('./PersonCard.tsx')
}, 60_000)
beforeEach(() => {
  open.mockReset().mockResolvedValue('the-channel')
  load.mockReset().mockResolvedValue({ ...ADA, deactivated: false })
  rememberPeople([ADA])
  window.history.replaceState(null, '', '/')
})
afterEach(cleanup)

async function openCard() {
  const user = userEvent.setup()
  render(
    <WithCard accountId="id-ada">
      <button type="button">Ada</button>
    </WithCard>,
  )
  screen.getByRole('button', { name: 'Ada' }).focus()
  await user.keyboard('{Enter}')
  await screen.findByText('@ada')
  return user
}

test('tells who it is and whether they are there, and begins a conversation', async () => {
  presenceTold('id-ada', 'ONLINE')
  const user = await openCard()
  screen.getByRole('dialog', { name: 'About Ada Lovelace' })
  expect(screen.getAllByText('online').length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: 'Message' }))
  expect(open).toHaveBeenCalledWith(['id-ada'])
  await waitFor(() => expect(window.location.pathname).toBe('/c/the-channel'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('says why there is no conversation', async () => {
  open.mockRejectedValue(new Problem(429, 'RATE_LIMITED', 'too many', undefined, 30_000))
  const user = await openCard()
  await user.click(screen.getByRole('button', { name: 'Message' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/30/)
})

test('offers no conversation with who is deactivated, nor with oneself', async () => {
  load.mockResolvedValue({ ...ADA, deactivated: true })
  await openCard()
  await screen.findByText('Deactivated')
  expect(screen.queryByRole('button', { name: 'Message' })).toBeNull()
  cleanup()
  load.mockResolvedValue({ ...ADA, deactivated: false })
  useAccount.setState({ credentials: { accountId: 'id-ada' } as never })
  await openCard()
  await screen.findByText('This is you')
  expect(screen.queryByRole('button', { name: 'Message' })).toBeNull()
  useAccount.setState({ credentials: undefined })
})
