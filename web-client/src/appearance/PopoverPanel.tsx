import { Popover as Radix } from 'radix-ui'
import { useRef } from 'react'
import type { OpenPopoverProps } from './Popover.tsx'

/** What `Popover` opens; by itself, so that it is only loaded with the first one. */
export function PopoverPanel({
  label,
  align = 'start',
  side = 'bottom',
  anchor,
  onClose,
  takesFocus = true,
  onPointerEnter,
  onPointerLeave,
  children,
}: OpenPopoverProps) {
  const opener = useRef(document.activeElement)
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Anchor virtualRef={anchor as never} />
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onPointerEnter={onPointerEnter}
          onPointerLeave={onPointerLeave}
          onOpenAutoFocus={(event) => {
            if (!takesFocus) event.preventDefault()
          }}
          onInteractOutside={(event) => {
            // the button that opened it closes it by itself
            const button = anchor.current
            if (button instanceof Node && button.contains(event.target as Node)) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const isFree = document.activeElement === null || document.activeElement === document.body
            if (takesFocus && isFree && opener.current instanceof HTMLElement) opener.current.focus()
          }}
          className="z-50 max-h-(--radix-popper-available-height) animate-rise overflow-y-auto rounded-float border border-line bg-canvas text-ink shadow-float outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
