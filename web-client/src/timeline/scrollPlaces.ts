import type { VirtualizerHandle } from 'virtua'
import type { Row } from './rows.ts'

/** What was at the top of a channel's timeline when it was left, and how far it was scrolled beyond. */
export interface ScrollPlace {
  rowKey: string
  beyond: number
}

const places = new Map<string, ScrollPlace>()
let isReturning = false

// heard before the pages change by it: this comes first
window.addEventListener('popstate', () => {
  isReturning = true
})
for (const onward of ['pushState', 'replaceState']) {
  window.addEventListener(onward, () => {
    isReturning = false
  })
}

/** @param place undefined at the end, where a channel opens by itself */
export function rememberPlace(channelId: string, place: ScrollPlace | undefined): void {
  if (place) places.set(channelId, place)
  else places.delete(channelId)
}

/** Where to go on reading, for whoever came by the browser's back or forward, or never left. */
export function placeToReturnTo(channelId: string, wasHere = false): ScrollPlace | undefined {
  return isReturning || wasHere ? places.get(channelId) : undefined
}

export function placeIn(view: VirtualizerHandle, rows: readonly Row[]): ScrollPlace | undefined {
  const index = view.findItemIndex(view.scrollOffset)
  const row = rows[index]
  return row && { rowKey: row.key, beyond: view.scrollOffset - view.getItemOffset(index) }
}
