import { create } from 'zustand'
import { useAccount } from '../account/accountStore.ts'

/** What an account has chosen in this browser. A further preference gets its line here and one in `DEFAULTS`. */
export interface Preferences {
  /** Channels that stand first in the sidebar. */
  favourites: readonly string[]
  /** Sections of the sidebar that are folded. */
  collapsed: readonly string[]
  /** In pixels. */
  sidebarWidth: number
  /** The channels that were looked at, the latest first. */
  recentChannels: readonly string[]
}

const DEFAULTS: Preferences = {
  favourites: [],
  collapsed: [],
  sidebarWidth: 272,
  recentChannels: [],
}

const PREFIX = 'tidings.preferences.'

export const usePreferences = create<Preferences>(stored)

export function setPreference<Name extends keyof Preferences>(name: Name, value: Preferences[Name]): void {
  usePreferences.setState({ [name]: value } as Pick<Preferences, Name>)
  const key = keyOfAccount()
  if (key === undefined) return
  try {
    localStorage.setItem(key, JSON.stringify(usePreferences.getState()))
  } catch {
    // storage is blocked: the choice holds for this visit
  }
}

/** Puts `item` into a list of preferences, or takes it out. */
export function togglePreference(name: 'favourites' | 'collapsed', item: string): void {
  const items = usePreferences.getState()[name]
  setPreference(name, items.includes(item) ? items.filter((known) => known !== item) : [...items, item])
}

/** Whatever an older version or another hand has written there: only what fits is taken. */
function stored(): Preferences {
  const key = keyOfAccount()
  try {
    const kept: unknown = JSON.parse((key === undefined ? null : localStorage.getItem(key)) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return DEFAULTS
    const fitting = Object.entries(kept).filter(([name, value]) => {
      const known: unknown = DEFAULTS[name as keyof Preferences]
      return typeof known === typeof value && Array.isArray(known) === Array.isArray(value)
    })
    return { ...DEFAULTS, ...Object.fromEntries(fitting) }
  } catch {
    return DEFAULTS
  }
}

function keyOfAccount(): string | undefined {
  const accountId = useAccount.getState().credentials?.accountId
  return accountId === undefined ? undefined : PREFIX + accountId
}

// somebody else is signed in now
useAccount.subscribe((now, before) => {
  if (now.credentials?.accountId !== before.credentials?.accountId) usePreferences.setState(stored(), true)
})

// another tab of the same account has changed something
if (typeof window !== 'undefined') {
  window.addEventListener('storage', (event) => {
    if (event.key === keyOfAccount()) usePreferences.setState(stored(), true)
  })
}
