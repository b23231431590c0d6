import { useEffect } from 'react'
import { togglePalette } from '../palette/paletteStore.ts'
import { openSearch } from '../search/searchStore.ts'

/** Keys that work anywhere: Ctrl+K opens the palette, Ctrl+F or Ctrl+Shift+F finds a message. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      if (event.key.toLowerCase() === 'k') {
        event.preventDefault()
        togglePalette()
      } else if (event.key.toLowerCase() === 'f' && event.shiftKey) {
        event.preventDefault()
        openSearch()
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
