// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { useShortcuts } from '../app/shortcuts.ts'
import { useAppearance } from '../appearance/appearanceStore.ts'
import { type Channel, useChannels } from '../channels/channelsStore.ts'
import { setPreference, usePreferences } from '../preferences/preferences.ts'
import { fuzzyMatches } from './fuzzy.ts'
import { PaletteHost } from './PaletteHost.tsx'
import { closePalette } from './paletteStore.ts'

beforeAll(() => {
  // there is no layout here
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  Element.prototype.scrollIntoView = () => undefined
})

vi.mock(import('../people/findPeople.ts'), async (importOriginal) => ({
  ...(await importOriginal()),
  findPeople: async (text: string) =>
    text === 'grace'
      ? [{ id: 'g', username: 'grace', displayName: 'Grace Hopper', bot: false, deactivated: false }]
      : [],
}))
vi.mock('../people/openDirect.ts', () => ({ openDirect: async ([id]: string[]) => `with-${id}` }))

const channel = (name: string, visibility = 'PUBLIC') =>
  [name, { id: name, name, visibility, archived: false, topic: null } as Channel] as const

function Page({ channelId }: { channelId?: string }) {
  useShortcuts()
  return (
    <>
      <textarea aria-label="composer" />
      <PaletteHost channelId={channelId} />
    </>
  )
}

describe('the palette', () => {
  beforeEach(() => {
    closePalette()
    window.history.replaceState(null, '', '/')
    useChannels.setState({
      byId: Object.fromEntries(['general', 'engineering', 'design', 'random'].map((name) => channel(name))),
      joinedIds: new Set(['general', 'engineering', 'design']),
    })
    setPreference('recentChannels', ['design', 'general'])
  })

  async function open(): Promise<HTMLElement> {
    await userEvent.keyboard('{Control>}k{/Control}')
    return screen.findByRole('combobox')
  }

  const options = () => screen.getAllByRole('option').map((option) => option.textContent ?? '')

  it('opens by key, with the channels that one was in lately first', async () => {
    render(<Page channelId="engineering" />)
    await open()
    expect(options().slice(0, 3)).toEqual(['design', 'general', 'New channel'])
    expect(usePreferences.getState().recentChannels[0]).toBe('engineering')
  })

  it('goes to what matches best on Enter, and begins empty the next time', async () => {
    render(<Page />)
    await userEvent.type(await open(), 'engi')
    expect(options()[0]).toBe('engineering')
    await userEvent.keyboard('{Enter}')
    expect(window.location.pathname).toBe('/c/engineering')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect((await open()).getAttribute('value')).toBe('')
  })

  it('goes through what there is with the arrow keys', async () => {
    render(<Page />)
    await userEvent.type(await open(), 'random')
    await userEvent.keyboard('{Backspace>6/}{ArrowDown}{Enter}')
    expect(window.location.pathname).toBe('/c/general')
  })

  it('begins to talk with a person', async () => {
    render(<Page />)
    await userEvent.type(await open(), '@grace')
    await userEvent.click(await screen.findByText('Grace Hopper'))
    await waitFor(() => expect(window.location.pathname).toBe('/c/with-g'))
  })

  it('changes the theme', async () => {
    render(<Page />)
    await userEvent.type(await open(), 'dark{Enter}')
    expect(useAppearance.getState().theme).toBe('dark')
  })

  it('opens the dialog of a new channel', async () => {
    render(<Page />)
    await userEvent.type(await open(), 'new ch{Enter}')
    expect(await screen.findByLabelText('Name')).toBeDefined()
  })

  it('gives the focus back on Escape', async () => {
    render(<Page />)
    const composer = screen.getByRole('textbox', { name: 'composer' })
    composer.focus()
    await open()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(composer))
  })
})

describe('fuzzy matching', () => {
  const found = (query: string, ...names: string[]) => fuzzyMatches(names, query, (name) => name)

  it.each([
    ['gnrl', 'general'],
    ['#gen', 'general'],
    ['rel 26', 'release-2026'],
    ['buro', 'Büro'],
    ['開発', '開発チーム'],
    ['ops eu', 'eu-ops'],
  ])('%s finds %s', (query, name) => {
    expect(found(query, 'something', name)).toEqual([name])
  })

  it('has what begins so first', () => {
    expect(found('des', 'modest', 'redesign', 'design')[0]).toBe('design')
    expect(found('zz', 'design')).toEqual([])
    expect(found('talk', 'talk-z', 'talk-a', 'small-talk')).toEqual(['talk-z', 'talk-a', 'small-talk'])
  })
})
