import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ranked } from '../../composer/suggest/rank.ts'
import { Avatar } from '../../people/Avatar.tsx'
import type { Person } from '../../people/peopleStore.ts'
import { usePeopleSearch } from '../../people/usePeopleSearch.ts'
import { useKnownPeople } from './knownPeople.ts'

interface PeopleFieldProps {
  label: string
  chosen: readonly Person[]
  onChange: (chosen: readonly Person[]) => void
  /** Who is not offered, such as those who are there already. */
  without?: ReadonlySet<string>
  autoFocus?: boolean
}

/** Picks people by name: from those of one's channels at once, and from the directory as soon as it has answered. */
export function PeopleField({ label, chosen, onChange, without, autoFocus }: PeopleFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const known = useKnownPeople()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const free = known.filter(({ id: each }) => !without?.has(each) && !chosen.some((one) => one.id === each))
  const wanted = query.trim().replace(/^@/, '')
  // whom it finds is known from then on
  usePeopleSearch(wanted, wanted !== '')
  const hits =
    wanted === '' ? [] : ranked(free, wanted, ({ username, displayName }) => [username, displayName])

  function pick(person: Person | undefined) {
    if (!person) return
    onChange([...chosen, person])
    setQuery('')
    setActive(0)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setActive((active + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && wanted !== '') {
      event.preventDefault()
      pick(hits[active])
    } else if (event.key === 'Escape' && query !== '') {
      event.stopPropagation()
      setQuery('')
    } else if (event.key === 'Backspace' && query === '') {
      onChange(chosen.slice(0, -1))
    }
  }

  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <div className="field flex flex-wrap items-center gap-1.5 py-1.5 focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/30">
        {chosen.map((person) => (
          <Chip
            key={person.id}
            person={person}
            onRemove={() => onChange(chosen.filter((one) => one.id !== person.id))}
          />
        ))}
        <input
          id={id}
          role="combobox"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: where it is the dialog's first field
          autoFocus={autoFocus}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-hits`}
          aria-activedescendant={hits.length > 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          value={query}
          placeholder={chosen.length === 0 ? t('invite.placeholder') : ''}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          className="min-h-7 min-w-32 flex-1 bg-transparent outline-none"
        />
      </div>
      <div
        id={`${id}-hits`}
        role="listbox"
        aria-label={label}
        className={hits.length > 0 ? 'mt-1' : 'hidden'}
      >
        {hits.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(person)}
            className={`flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2 max-md:min-h-11 ${
              index === active ? 'bg-accent-soft' : 'hover:bg-raised'
            }`}
          >
            <Avatar accountId={person.id} small />
            <span dir="auto" className="truncate">
              {person.displayName}
            </span>
            <span className="truncate text-sm text-soft">@{person.username}</span>
          </div>
        ))}
      </div>
      <p role="status" className="mt-1 text-[13px] text-soft">
        {wanted !== '' && hits.length === 0 ? t('invite.nobody') : ''}
      </p>
    </div>
  )
}

function Chip({ person, onRemove }: { person: Person; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <span className="inline-flex max-w-full items-center gap-1 rounded-md bg-accent-soft ps-2 text-sm">
      <span dir="auto" className="truncate">
        {person.displayName}
      </span>
      <button
        type="button"
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-md hover:bg-raised max-md:size-9"
        aria-label={t('invite.drop', { name: person.displayName })}
        onClick={onRemove}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  )
}
