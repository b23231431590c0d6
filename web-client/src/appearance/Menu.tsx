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

const MenuPanel = lazy(async () => ({ default: (await import('./MenuPanel.tsx')).MenuPanel }))

export interface MenuAction {
  label: string
  icon?: ReactNode
  /** The key that does the same. */
  shortcut?: string
  /** Red: what cannot be undone. */
  isDanger?: boolean
  isDisabled?: boolean
  /** For choices: whether this one is taken. */
  isChecked?: boolean
  onSelect: () => void
}

export type MenuEntry = MenuAction | 'separator' | { heading: string }

/** Anything with a place on the screen: an element, or a point that was pressed. */
export interface Measurable {
  getBoundingClientRect(): DOMRect
}

interface MenuProps {
  label: string
  /** Asked for when the menu opens. */
  entries: () => readonly MenuEntry[]
  align?: 'start' | 'end'
  side?: 'top' | 'bottom' | 'right'
  onOpenChange?: (isOpen: boolean) => void
  /** The button that opens it. */
  children: ReactElement<Record<string, unknown>>
}

/** A button with a menu. Until it is first pressed it costs no more than a button. */
export function Menu({ children, onOpenChange, ...panel }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLElement>(null)
  function set(open: boolean) {
    setIsOpen(open)
    onOpenChange?.(open)
  }
  return (
    <>
      {cloneElement(children, {
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        onClick: () => set(!isOpen),
      })}
      {isOpen && <OpenMenu {...panel} anchor={button} onClose={() => set(false)} />}
    </>
  )
}

export interface OpenMenuProps extends Omit<MenuProps, 'children' | 'onOpenChange'> {
  anchor: RefObject<Measurable | null>
  onClose: () => void
}

/** A menu that is open, at an element or, after a press of the other button, at a point. */
export function OpenMenu(props: OpenMenuProps) {
  return (
    <Suspense>
      <MenuPanel {...props} />
    </Suspense>
  )
}
