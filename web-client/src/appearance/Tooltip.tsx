import { cloneElement, type ReactElement } from 'react'

interface TooltipProps {
  /** What it says; usually the name of a button that only shows an icon. */
  label: string | undefined
  /** The key that does the same. */
  shortcut?: string
  children: ReactElement<Record<string, unknown>>
}

/**
 * Says what something is when it is pointed at or focused by keyboard. It only marks the element; `TooltipLayer` shows
 * all of them, because a channel has thousands of elements with one. Decoration: the element has its own `aria-label`.
 */
export function Tooltip({ label, shortcut, children }: TooltipProps) {
  return cloneElement(children, { 'data-tooltip': label, 'data-tooltip-shortcut': shortcut })
}
