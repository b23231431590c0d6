import { cloneElement, type ReactElement } from 'react'

interface TooltipProps {
  /** What it says; usually the name of a button that only shows an icon. */
  label: string | undefined
  /** The key that does the same. */
  shortcut?: string
  /** Right for what stands at the left edge of the page. */
  side?: 'right'
  children: ReactElement<Record<string, unknown>>
}

/**
 * Says what something is when it is pointed at or focused by keyboard. It only marks the element; `TooltipLayer` shows
 * all of them, because a channel has thousands of elements with one. Decoration: the element has its own `aria-label`.
 */
export function Tooltip({ label, shortcut, side, children, ...rest }: TooltipProps) {
  return cloneElement(children, {
    // what a menu around this gives to its button
    ...rest,
    'data-tooltip': label,
    'data-tooltip-shortcut': shortcut,
    'data-tooltip-side': side,
  })
}
