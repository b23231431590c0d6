import {
  cloneElement,
  lazy,
  type ReactElement,
  type ReactNode,
  type RefObject,
  Suspense,
  useRef,
  useState,
} from 'react'
import type { Measurable } from './Menu.tsx'

const PopoverPanel = lazy(async () => ({ default: (await import('./PopoverPanel.tsx')).PopoverPanel }))

interface PopoverProps {
  label: string
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** What it shows; `close` closes it. */
  content: (close: () => void) => ReactNode
  /** The button that opens it. */
  children: ReactElement<Record<string, unknown>>
}

/** A button that opens something small beside it, such as a picker or a card. */
export function Popover({ children, content, ...panel }: PopoverProps) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLElement>(null)
  const close = () => setIsOpen(false)
  return (
    <>
      {cloneElement(children, {
        ref: button,
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        onClick: () => setIsOpen(!isOpen),
      })}
      {isOpen && (
        <OpenPopover {...panel} anchor={button} onClose={close}>
          {content(close)}
        </OpenPopover>
      )}
    </>
  )
}

export interface OpenPopoverProps extends Omit<PopoverProps, 'children' | 'content'> {
  anchor: RefObject<Measurable | null>
  onClose: () => void
  /** False for what opens by pointing: the focus stays where it is. */
  takesFocus?: boolean
  onPointerEnter?: () => void
  onPointerLeave?: () => void
  children: ReactNode
}

/** A popover that is open, at any element. */
export function OpenPopover(props: OpenPopoverProps) {
  return (
    <Suspense>
      <PopoverPanel {...props} />
    </Suspense>
  )
}
