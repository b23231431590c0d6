// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import '../../language/index.ts'
import { api } from '../../account/api.ts'
import { PeopleField } from './PeopleField.tsx'

afterEach(cleanup)

test('finds whom only the directory knows', async () => {
  const grace = {
    id: 'id-grace',
    username: 'grace',
    displayName: 'Grace Hopper',
    bot: false,
    deactivated: false,
  }
  vi.spyOn(api, 'query').mockResolvedValue({
    accounts: { edges: [{ node: grace }], pageInfo: { hasNextPage: false, endCursor: null } },
  })
  const onChange = vi.fn()
  render(<PeopleField label="People" chosen={[]} onChange={onChange} />)
  const user = userEvent.setup()
  await user.type(screen.getByRole('combobox'), 'hop')
  await screen.findByText('Grace Hopper')
  await user.keyboard('{Enter}')
  expect(onChange).toHaveBeenCalledWith([expect.objectContaining({ id: 'id-grace' })])
})
