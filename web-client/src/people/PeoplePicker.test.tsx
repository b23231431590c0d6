// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import '../language/index.ts'
import { type FoundPerson, findPeople } from './findPeople.ts'
import { PeoplePicker } from './PeoplePicker.tsx'
import type { Person } from './peopleStore.ts'

vi.mock('./findPeople.ts', () => ({ findPeople: vi.fn(), LONGEST_QUERY: 100 }))

const find = vi.mocked(findPeople)

function person(name: string, more: Partial<FoundPerson> = {}): FoundPerson {
  return { id: name, username: name, displayName: `The ${name}`, bot: false, deactivated: false, ...more }
}

const ADA = person('ada')
const BOB = person('bob')
const ROBOT = person('robot', { bot: true })
const GONE = person('gone', { deactivated: true })

beforeEach(() => {
  find.mockReset().mockResolvedValue([ADA, BOB, ROBOT, GONE])
})
afterEach(cleanup)

let chosen: Person[] = []

function Form({ exclude }: { exclude?: string[] }) {
  const [selected, setSelected] = useState<Person[]>([])
  chosen = selected
  return <PeoplePicker label="To" selected={selected} onChange={setSelected} exclude={exclude ?? []} />
}

test('chooses people by the keyboard alone, and takes them back', async () => {
  const user = userEvent.setup()
  render(<Form />)
  await user.click(screen.getByRole('combobox', { name: 'To' }))
  await screen.findByRole('option', { name: /The ada/ })
  await user.keyboard('{ArrowDown}{Enter}')
  expect(chosen).toMatchObject([{ id: 'bob' }])
  expect(screen.queryByRole('option', { name: /The bob/ })).toBeNull()

  await user.keyboard('ad')
  await waitFor(() => expect(find).toHaveBeenLastCalledWith('ad'))
  await screen.findByRole('option', { name: /The ada/ })
  await user.keyboard('{Enter}')
  expect(chosen.map(({ id }) => id)).toEqual(['bob', 'ada'])
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('')

  await user.keyboard('{Backspace}')
  expect(chosen.map(({ id }) => id)).toEqual(['bob'])
  await user.click(screen.getByRole('button', { name: 'Remove The bob' }))
  expect(chosen).toEqual([])
})

test('offers neither whom it must not nor who is gone, and says who is a bot', async () => {
  const user = userEvent.setup()
  render(<Form exclude={['ada']} />)
  await user.click(screen.getByRole('combobox'))
  await screen.findByRole('option', { name: /The bob @bob/ })
  expect(screen.getByRole('option', { name: /The robot @robot Bot/ })).toBeTruthy()
  expect(screen.getAllByRole('option')).toHaveLength(2)
})

test('drops the answer to what stood there before', async () => {
  const user = userEvent.setup()
  let answerLate: (people: FoundPerson[]) => void = () => undefined
  find.mockImplementation((text) =>
    text === 'a'
      ? new Promise((resolve) => {
          answerLate = resolve
        })
      : Promise.resolve(text === 'bo' ? [BOB] : []),
  )
  render(<Form />)
  await user.type(screen.getByRole('combobox'), 'a')
  await waitFor(() => expect(find).toHaveBeenLastCalledWith('a'))
  await user.clear(screen.getByRole('combobox'))
  await user.type(screen.getByRole('combobox'), 'bo')
  await screen.findByRole('option', { name: /The bob/ })
  await act(async () => answerLate([ADA]))
  expect(screen.queryByRole('option', { name: /The ada/ })).toBeNull()
})

test('says when nobody is found and why nobody could be looked for', async () => {
  const user = userEvent.setup()
  find.mockResolvedValueOnce([]).mockRejectedValueOnce(new Error('no line'))
  render(<Form />)
  await user.click(screen.getByRole('combobox'))
  await screen.findByText('Nobody of this name was found.')
  await user.keyboard('x')
  await screen.findByText(/went wrong/i)
})

test('closes the list by Escape without closing what is around', async () => {
  const user = userEvent.setup()
  const around = vi.fn()
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands in for a dialog
    <div onKeyDown={(event) => event.key === 'Escape' && around()}>
      <Form />
    </div>,
  )
  await user.click(screen.getByRole('combobox'))
  await screen.findByRole('option', { name: /The ada/ })
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('option')).toBeNull()
  expect(around).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(around).toHaveBeenCalledOnce()
})
