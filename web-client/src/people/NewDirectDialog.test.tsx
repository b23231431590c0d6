// @vitest-environment jsdom

import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Problem } from '@tidings/client'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import '../language/index.ts'
import NewDirectDialog from './NewDirectDialog.tsx'
import { openDirect } from './openDirect.ts'

vi.mock('./openDirect.ts', () => ({ openDirect: vi.fn(), MOST_OTHERS: 20 }))
vi.mock('./findPeople.ts', () => ({
  LONGEST_QUERY: 100,
  findPeople: async () => [
    { id: 'id-ada', username: 'ada', displayName: 'Ada', bot: false, deactivated: false },
    { id: 'id-bob', username: 'bob', displayName: 'Bob', bot: false, deactivated: false },
  ],
}))

const open = vi.mocked(openDirect)

// what is loaded on demand takes as long as the machine is busy
beforeAll(async () => {
  await import('../appearance/Modal.tsx')
}, 60_000)
beforeEach(() => {
  open.mockReset().mockResolvedValue('the-channel')
  window.history.replaceState(null, '', '/')
})
afterEach(cleanup)

test('opens the conversation with all who were chosen, and goes there', async () => {
  const user = userEvent.setup()
  const onClose = vi.fn()
  render(<NewDirectDialog onClose={onClose} />)
  await user.click(await screen.findByRole('combobox', { name: 'To' }))
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Start conversation' }).disabled).toBe(true)
  await user.click(await screen.findByRole('option', { name: /Ada/ }))
  await user.click(await screen.findByRole('option', { name: /Bob/ }))
  await user.click(screen.getByRole('button', { name: 'Start conversation' }))
  expect(open).toHaveBeenCalledWith(['id-ada', 'id-bob'])
  expect(onClose).toHaveBeenCalled()
  expect(window.location.pathname).toBe('/c/the-channel')
})

test('says why it could not be opened, and keeps who was chosen', async () => {
  const user = userEvent.setup()
  open.mockRejectedValue(new Problem(409, 'CONFLICT', 'one of these accounts is deactivated or deleted'))
  const onClose = vi.fn()
  render(<NewDirectDialog onClose={onClose} />)
  await user.click(await screen.findByRole('combobox', { name: 'To' }))
  await user.click(await screen.findByRole('option', { name: /Ada/ }))
  await user.click(screen.getByRole('button', { name: 'Start conversation' }))
  await screen.findByText('one of these accounts is deactivated or deleted')
  expect(screen.getByRole('button', { name: 'Remove Ada' })).toBeTruthy()
  expect(onClose).not.toHaveBeenCalled()
})
