import { useLayoutEffect, useRef } from 'react'
import type { Row } from './rows.ts'

/** Whether this render adds rows before the ones of the last: then the list keeps its place from the end. */
export function usePrepended(rows: readonly Row[]): boolean {
  const before = useRef(rows)
  const firstBefore = firstMessage(before.current)
  const first = firstMessage(rows)
  const isPrepended =
    before.current !== rows &&
    firstBefore !== undefined &&
    first !== firstBefore &&
    rows.some((row) => row.key === firstBefore)
  useLayoutEffect(() => {
    before.current = rows
  }, [rows])
  return isPrepended
}

function firstMessage(rows: readonly Row[]): string | undefined {
  return rows.find((row) => row.kind === 'message')?.key
}
