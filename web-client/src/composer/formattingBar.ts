import { create } from 'zustand'

const KEY = 'tidings.formatting'

/** Where there is little room, formatting is out of sight until it is asked for. */
function isShownAtFirst(): boolean {
  try {
    const stored = localStorage.getItem(KEY)
    if (stored !== null) return stored === 'shown'
  } catch {
    // storage is blocked: as on a first visit
  }
  return typeof window !== 'undefined' && (window.matchMedia?.('(min-width: 768px)').matches ?? false)
}

/** Whether the buttons that format are in sight, in every composer. */
export const useFormattingBar = create<{ isShown: boolean }>(() => ({ isShown: isShownAtFirst() }))

export function toggleFormattingBar(): void {
  const isShown = !useFormattingBar.getState().isShown
  useFormattingBar.setState({ isShown })
  try {
    localStorage.setItem(KEY, isShown ? 'shown' : 'hidden')
  } catch {
    // storage is blocked: the choice holds for this visit
  }
}
