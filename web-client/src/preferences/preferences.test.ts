// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { useAccount } from '../account/accountStore.ts'
import { setPreference, togglePreference, usePreferences } from './preferences.ts'

describe('preferences', () => {
  const signIn = (accountId: string | undefined) =>
    useAccount.setState({ credentials: accountId === undefined ? undefined : ({ accountId } as never) })

  beforeEach(() => {
    localStorage.clear()
    signIn(undefined)
    signIn('ada')
  })

  it('are kept per account', () => {
    togglePreference('favourites', 'design')
    signIn('bob')
    expect(usePreferences.getState().favourites).toEqual([])
    signIn('ada')
    expect(usePreferences.getState().favourites).toEqual(['design'])
    togglePreference('favourites', 'design')
    expect(usePreferences.getState().favourites).toEqual([])
  })

  it('follow what another tab has chosen', () => {
    setPreference('sidebarWidth', 300)
    localStorage.setItem('tidings.preferences.ada', JSON.stringify({ sidebarWidth: 250 }))
    window.dispatchEvent(new StorageEvent('storage', { key: 'tidings.preferences.ada' }))
    expect(usePreferences.getState().sidebarWidth).toBe(250)
  })

  it.each(['nonsense', 'null', '{"favourites":"all","sidebarWidth":"wide","collapsed":7}'])(
    'are the defaults where %s was written',
    (written) => {
      localStorage.setItem('tidings.preferences.eve', written)
      signIn('eve')
      expect(usePreferences.getState()).toMatchObject({ favourites: [], collapsed: [], sidebarWidth: 272 })
    },
  )
})
