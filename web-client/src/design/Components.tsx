import { Inbox, MoreHorizontal, Pencil, Pin, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '../appearance/Dialog.tsx'
import { EmptyState } from '../appearance/EmptyState.tsx'
import { Menu } from '../appearance/Menu.tsx'
import { Popover } from '../appearance/Popover.tsx'
import { Tabs } from '../appearance/Tabs.tsx'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { toast } from '../appearance/toast.ts'
import { UnreadCount } from '../channels/UnreadCount.tsx'
import { Part } from './Part.tsx'

const nothing = () => undefined

/** Every primitive, to be pressed. */
export function Components() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Part title="Buttons">
        {['button-primary', 'button-outline', 'button-quiet', 'button-danger'].map((look) => (
          <button key={look} type="button" className={look}>
            {look}
          </button>
        ))}
        <button type="button" className="button-primary" disabled>
          disabled
        </button>
        <Tooltip label="Pin" shortcut="P">
          <button type="button" className="button-icon" aria-label="Pin">
            <Pin size={18} />
          </button>
        </Tooltip>
        <input className="field max-w-56" aria-label="A field" placeholder="A field" />
        <UnreadCount count={3} isDirect={false} />
        <UnreadCount count={120} isDirect />
      </Part>
      <Part title="Over the page">
        <button type="button" className="button-outline" onClick={() => setIsOpen(true)}>
          Dialog
        </button>
        {isOpen && (
          <Dialog title="A dialog" onClose={() => setIsOpen(false)}>
            <p>It keeps the focus inside and gives it back.</p>
          </Dialog>
        )}
        <Menu
          label="A menu"
          entries={() => [
            { label: 'Edit', icon: <Pencil size={16} />, shortcut: 'E', onSelect: nothing },
            { label: 'Taken', isChecked: true, onSelect: nothing },
            { label: 'Disabled', isDisabled: true, onSelect: nothing },
            'separator',
            { label: 'Delete', icon: <Trash2 size={16} />, isDanger: true, onSelect: nothing },
          ]}
        >
          <button type="button" className="button-icon" aria-label="A menu">
            <MoreHorizontal size={18} />
          </button>
        </Menu>
        <Popover label="A popover" content={() => <p className="p-4">Something small.</p>}>
          <button type="button" className="button-outline">
            Popover
          </button>
        </Popover>
        <button
          type="button"
          className="button-outline"
          onClick={() => toast('Message deleted.', { action: { label: 'Undo', run: nothing } })}
        >
          Toast
        </button>
        <button
          type="button"
          className="button-outline"
          onClick={() => toast('That did not work.', { kind: 'danger' })}
        >
          Toast of a failure
        </button>
      </Part>
      <Part title="Tabs and empty places">
        <div className="w-80">
          <Tabs
            label="Tabs"
            tabs={[
              { id: 'one', label: 'One', content: <p className="p-3">First</p> },
              { id: 'two', label: 'Two', content: <p className="p-3">Second</p> },
            ]}
          />
        </div>
        <EmptyState icon={Inbox} title="Nothing here yet" hint="It says what to do.">
          <button type="button" className="button-primary">
            And has the button
          </button>
        </EmptyState>
      </Part>
    </>
  )
}
