import type { KeyboardEvent } from 'react'

/** Enter alone; never the Enter that only confirms what an input method composed. */
export function isSendKey(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' &&
    !event.shiftKey &&
    !event.ctrlKey &&
    !event.altKey &&
    !event.metaKey &&
    !event.nativeEvent.isComposing &&
    event.nativeEvent.keyCode !== 229
  )
}
