import { type ComponentType, type ElementType, forwardRef, type ReactNode } from 'react'

interface RemoveScrollProps {
  as?: ElementType
  children?: ReactNode
  className?: string
  allowPinchZoom?: boolean
  shards?: unknown
}

/**
 * Stands in for `react-remove-scroll`, which Radix locks the page's scrolling with (see `vite.config.ts`): it writes a
 * <style> into the page, which the content security policy refuses, and this page never scrolls.
 */
export const RemoveScroll = forwardRef<unknown, RemoveScrollProps>(function RemoveScroll(
  { as = 'div', allowPinchZoom: _, shards: __, children, ...rest },
  ref,
) {
  const As = as as ComponentType<Record<string, unknown>>
  return (
    <As ref={ref} {...rest}>
      {children}
    </As>
  )
})
