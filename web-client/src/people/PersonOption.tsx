import { useEffect, useRef } from 'react'
import { Avatar } from './Avatar.tsx'
import { BotBadge } from './BotBadge.tsx'
import type { Person } from './peopleStore.ts'

interface PersonOptionProps {
  id: string
  person: Person
  isActive: boolean
  onChoose: () => void
  onPoint: () => void
}

/** Somebody in a list to choose from; the focus stays in the field above. */
export function PersonOption({ id, person, isActive, onChoose, onPoint }: PersonOptionProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isActive])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox
    <div
      ref={ref}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onChoose}
      className={`flex min-h-11 cursor-pointer items-center gap-2.5 rounded-lg px-2 py-1 ${isActive ? 'bg-raised' : ''}`}
    >
      <Avatar accountId={person.id} small />
      <span dir="auto" className="truncate font-medium">
        {person.displayName}
      </span>
      <span className="truncate text-sm text-soft">@{person.username}</span>
      {person.bot && <BotBadge />}
    </div>
  )
}
