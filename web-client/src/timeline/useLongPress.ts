import { type PointerEvent, useEffect, useRef } from 'react'

const LONG_MS = 450
/** A finger that moved further scrolls. */
const STILL_WITHIN_PX = 10

/** Tells where a finger rested for long. */
export function useLongPress(onLongPress: (point: DOMRect) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const start = useRef({ x: 0, y: 0 })
  const stop = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const isOnControl = (event.target as Element).closest('button, a, textarea, input')
      // what opens over the row is no part of it
      if (event.pointerType !== 'touch' || isOnControl || !event.currentTarget.contains(event.target as Node))
        return
      const { clientX: x, clientY: y } = event
      start.current = { x, y }
      stop()
      timer.current = setTimeout(() => onLongPress(new DOMRect(x, y, 0, 0)), LONG_MS)
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const { x, y } = start.current
      if (Math.hypot(clientX - x, clientY - y) > STILL_WITHIN_PX) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  }
}
