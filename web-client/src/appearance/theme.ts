import { create } from 'zustand'

export type Theme = 'system' | 'light' | 'dark'

const KEY = 'tidings.theme'

function stored(): Theme {
  const theme = document.documentElement.dataset.theme
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

export const useTheme = create<{ theme: Theme }>(() => ({ theme: stored() }))

/** `public/theme.js` reads what is kept here before the first paint. */
export function setTheme(theme: Theme): void {
  useTheme.setState({ theme })
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // storage is blocked: the choice holds for this visit
  }
}
