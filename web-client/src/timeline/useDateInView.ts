import { type RefObject, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { Row } from './rows.ts'

/** The day of the first row that is seen; undefined where its own line, or the channel's beginning, says it. */
export function useDateInView(list: RefObject<VirtualizerHandle | null>, rows: readonly Row[]) {
  const [at, setAt] = useState<number>()
  function update() {
    const view = list.current
    if (!view) return
    setAt(dayOf(rows, view.findItemIndex(view.scrollOffset)))
  }
  return [at, update] as const
}

/** The day of the row at `index`, unless that row is itself the line that says it. */
export function dayOf(rows: readonly Row[], index: number): number | undefined {
  if (rows[index]?.kind === 'date') return undefined
  for (let before = index; before >= 0; before--) {
    const row = rows[before]
    if (row?.kind === 'date') return row.at
  }
  return undefined
}
