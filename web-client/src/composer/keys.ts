import type { KeyboardEvent } from 'react'

/** Enter alone; never the Enter that only confirms what an input method composed. */
export function isSendKey(event: KeyboardEvent): boolean {
  return isEnter(event) && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey
}

/** Ctrl+Enter sends also from where Enter alone begins a line, such as a block of code. */
export function isSendAnywayKey(event: KeyboardEvent): boolean {
  return isEnter(event) && !event.shiftKey && !event.altKey && (event.ctrlKey || event.metaKey)
}

/** Shift+Enter begins a line. */
export function isLineKey(event: KeyboardEvent): boolean {
  return isEnter(event) && event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey
}

function isEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !isComposing(event)
}

/** Whether the key belongs to an input method. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229
}
