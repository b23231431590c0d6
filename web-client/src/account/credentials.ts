import type { Credentials } from '@tidings/client'

/** Shared by a browser's tabs, so that a reload stays signed in. */
const KEY = 'tidings.credentials'

export function loadCredentials(): Credentials | undefined {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === null ? undefined : (JSON.parse(stored) as Credentials)
  } catch {
    return undefined
  }
}

export function storeCredentials(credentials: Credentials | undefined): void {
  try {
    if (credentials) localStorage.setItem(KEY, JSON.stringify(credentials))
    else localStorage.removeItem(KEY)
  } catch {
    // storage is blocked: signed in until the page is left
  }
}

/** Calls back when another tab signs in, out, or refreshes. */
export function onCredentialsOfOtherTab(changed: (credentials: Credentials | undefined) => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === KEY || event.key === null) changed(loadCredentials())
  })
}
