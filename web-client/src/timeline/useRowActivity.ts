import { type FocusEvent, type PointerEvent, useState } from 'react'

/** Whether a row is pointed at or has the focus: only then its toolbar is there, so that rows stay light. */
export function useRowActivity() {
  const [isPointedAt, setIsPointedAt] = useState(false)
  const [hasFocus, setHasFocus] = useState(false)
  const handlers = {
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') setIsPointedAt(true)
    },
    onPointerLeave: () => setIsPointedAt(false),
    onFocus: () => setHasFocus(true),
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setHasFocus(false)
    },
  }
  return { isActive: isPointedAt || hasFocus, handlers }
}
