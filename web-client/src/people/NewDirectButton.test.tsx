// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ChannelList } from '../channels/ChannelList.tsx'
import { useChannels } from '../channels/channelsStore.ts'
import '../language/index.ts'

vi.mock('./findPeople.ts', () => ({ LONGEST_QUERY: 100, findPeople: async () => [] }))

// what is loaded on demand takes as long as the machine is busy
beforeAll(async () => {
  await import('../appearance/Modal.tsx')
  await import('./NewDirectDialog.tsx')
}, 60_000)
afterEach(cleanup)

test('is offered beside the conversations, also to who has none yet', async () => {
  useChannels.setState({ byId: {}, joinedIds: new Set(), state: 'ready' })
  render(<ChannelList filter="" selectedId={undefined} />)
  screen.getByRole('region', { name: 'Direct messages' })
  await userEvent.setup().click(screen.getByRole('button', { name: 'New direct message' }))
  expect(await screen.findByRole('dialog', { name: 'New direct message' })).toBeTruthy()
})
