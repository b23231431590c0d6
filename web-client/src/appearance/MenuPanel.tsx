import { Check } from 'lucide-react'
import { Menu as Radix } from 'radix-ui/internal'
import { useRef } from 'react'
import type { MenuAction, OpenMenuProps } from './Menu.tsx'

/** What `Menu` opens; by itself, so that it is only loaded with the first menu. */
export function MenuPanel({
  label,
  entries,
  anchor,
  align = 'start',
  side = 'bottom',
  onClose,
}: OpenMenuProps) {
  const opener = useRef(document.activeElement)
  const chosen = useRef(false)
  const shown = entries()
  const hasIcons = shown.some(
    (entry) =>
      typeof entry === 'object' &&
      'label' in entry &&
      (entry.icon !== undefined || entry.isChecked !== undefined),
  )
  return (
    <Radix.Root open modal onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          loop
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // a dialog or a field that the choice opened keeps the focus it has taken
            const isFree = document.activeElement === null || document.activeElement === document.body
            if ((isFree || !chosen.current) && opener.current instanceof HTMLElement) opener.current.focus()
          }}
          className="z-50 max-h-(--radix-popper-available-height) min-w-52 max-w-80 animate-rise overflow-y-auto rounded-float border border-line bg-canvas p-1 text-ink shadow-float outline-none"
        >
          {shown.map((entry, index) => {
            // biome-ignore-start lint/suspicious/noArrayIndexKey: a menu does not change while it is open
            if (entry === 'separator')
              return <Radix.Separator key={index} className="mx-1 my-1 h-px bg-line" />
            if ('heading' in entry) {
              return (
                <Radix.Label key={index} className="px-2.5 pb-1 pt-2 text-xs font-semibold text-soft">
                  {entry.heading}
                </Radix.Label>
              )
            }
            return (
              <Item key={index} action={entry} hasIcons={hasIcons} onChosen={() => (chosen.current = true)} />
            )
            // biome-ignore-end lint/suspicious/noArrayIndexKey: a menu does not change while it is open
          })}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface ItemProps {
  action: MenuAction
  hasIcons: boolean
  onChosen: () => void
}

function Item({ action, hasIcons, onChosen }: ItemProps) {
  const { label, icon, shortcut, isDanger, isDisabled, isChecked, onSelect } = action
  const props = {
    disabled: isDisabled ?? false,
    onSelect: () => {
      onChosen()
      onSelect()
    },
    className: `flex min-h-8 cursor-pointer select-none items-center gap-2.5 rounded-control px-2.5 py-1 text-sm outline-none data-disabled:cursor-default data-disabled:opacity-50 max-md:min-h-11 ${
      isDanger ? 'text-danger data-highlighted:bg-danger-soft' : 'data-highlighted:bg-raised'
    }`,
  }
  const content = (
    <>
      {hasIcons && (
        <span
          aria-hidden="true"
          className={`flex w-4 shrink-0 justify-center ${isDanger ? '' : 'text-soft'}`}
        >
          {isChecked ? <Check size={16} /> : icon}
        </span>
      )}
      <span className="min-w-0 flex-1">{label}</span>
      {shortcut !== undefined && <kbd className="font-sans text-xs text-soft">{shortcut}</kbd>}
    </>
  )
  return isChecked === undefined ? (
    <Radix.Item {...props}>{content}</Radix.Item>
  ) : (
    <Radix.CheckboxItem checked={isChecked} {...props}>
      {content}
    </Radix.CheckboxItem>
  )
}
