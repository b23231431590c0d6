import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from './Avatar.tsx'
import type { Person } from './peopleStore.ts'

/** Somebody who was chosen, and may be unchosen. */
export function PersonChip({ person, onRemove }: { person: Person; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <span className="flex max-w-full items-center gap-1.5 rounded-lg bg-accent-soft py-0.5 pl-0.5 text-sm">
      <Avatar accountId={person.id} small />
      <span dir="auto" className="truncate font-medium" title={`@${person.username}`}>
        {person.displayName}
      </span>
      <button
        type="button"
        aria-label={t('people.remove', { name: person.displayName })}
        onClick={onRemove}
        className="flex size-7 shrink-0 items-center justify-center rounded-lg text-soft hover:text-ink pointer-coarse:size-11"
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  )
}
