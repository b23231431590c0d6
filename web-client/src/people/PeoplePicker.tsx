import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemWords } from '../failure/problemWords.ts'
import { LONGEST_QUERY } from './findPeople.ts'
import { PersonChip } from './PersonChip.tsx'
import { PersonOption } from './PersonOption.tsx'
import type { Person } from './peopleStore.ts'
import { usePeopleSearch } from './usePeopleSearch.ts'

export interface PeoplePickerProps {
  label: string
  selected: readonly Person[]
  onChange: (selected: Person[]) => void
  /** Ids of those who are not to be chosen, such as who is a member already. */
  exclude?: readonly string[]
  most?: number
  autoFocus?: boolean
}

/** Chooses people from the directory: a combobox whose choices stand before its text. */
export function PeoplePicker({ label, selected, onChange, exclude, most, autoFocus }: PeoplePickerProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const [activeId, setActiveId] = useState<string>()
  const { found, state, error } = usePeopleSearch(text, isOpen)
  const isFull = most !== undefined && selected.length >= most

  const options = found.filter(
    (person) =>
      !person.deactivated && !exclude?.includes(person.id) && !selected.some(({ id }) => id === person.id),
  )
  const active = Math.max(
    0,
    options.findIndex((person) => person.id === activeId),
  )

  useEscape(isOpen && isFocused, () => setIsOpen(false))

  function choose(person: Person | undefined) {
    if (!person || isFull) return
    onChange([...selected, { ...person }])
    setText('')
    setActiveId(undefined)
    input.current?.focus()
  }

  function remove(person: Person) {
    onChange(selected.filter(({ id }) => id !== person.id))
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const last = selected[selected.length - 1]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) setIsOpen(true)
      else if (options.length > 0) {
        const step = event.key === 'ArrowDown' ? 1 : -1
        setActiveId(options[(active + step + options.length) % options.length]?.id)
      }
    } else if (event.key === 'Enter' && isOpen && (text !== '' || activeId !== undefined)) {
      event.preventDefault()
      // what stands there may still be the answer to what was typed before
      if (state === 'done') choose(options[active])
    } else if (event.key === 'Backspace' && text === '' && last) remove(last)
  }

  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <div className="field flex min-h-11 flex-wrap items-center gap-1.5 focus-within:border-accent">
        {selected.map((person) => (
          <PersonChip key={person.id} person={person} onRemove={() => remove(person)} />
        ))}
        <input
          ref={input}
          id={id}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && options[active] ? `${id}-${options[active].id}` : undefined}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the first thing to do in the dialog that asks for it
          autoFocus={autoFocus}
          maxLength={LONGEST_QUERY}
          disabled={isFull && selected.length === 0}
          value={text}
          placeholder={selected.length === 0 ? t('people.placeholder') : ''}
          onChange={(event) => {
            setText(event.target.value)
            setActiveId(undefined)
            setIsOpen(true)
          }}
          onFocus={() => {
            setIsFocused(true)
            setIsOpen(true)
          }}
          onBlur={() => setIsFocused(false)}
          onKeyDown={onKeyDown}
          className="min-w-24 flex-1 bg-transparent py-1 outline-none"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        hidden={!isOpen}
        className="mt-1 max-h-64 overflow-y-auto rounded-lg border border-line bg-canvas p-1"
      >
        {options.map((person, index) => (
          <PersonOption
            key={person.id}
            id={`${id}-${person.id}`}
            person={person}
            isActive={index === active}
            onChoose={() => choose(person)}
            onPoint={() => setActiveId(person.id)}
          />
        ))}
      </div>
      <p aria-live="polite" className="min-h-5 px-1 pt-1 text-[13px] text-soft">
        {isFull
          ? t('people.full', { count: most })
          : state === 'failed'
            ? problemWords(error, t)
            : isOpen && state === 'done' && options.length === 0
              ? t('people.nobody')
              : ''}
      </p>
    </div>
  )
}

/** Taken before a dialog around it hears of it, which would close. */
function useEscape(isWanted: boolean, onEscape: () => void): void {
  const handler = useEffectEvent(onEscape)
  useEffect(() => {
    if (!isWanted) return
    const listener = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      handler()
    }
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [isWanted])
}
