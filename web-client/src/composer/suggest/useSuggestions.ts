import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { isComposing } from '../keys.ts'
import { applyEdit } from '../textEdit.ts'
import type { Suggestion } from './suggestion.ts'
import { type Trigger, triggerAt } from './trigger.ts'
import { useSuggestionItems } from './useSuggestionItems.ts'

export interface Suggesting {
  trigger: Trigger | undefined
  items: readonly Suggestion[]
  /** Which of them Enter takes. */
  active: number
  listId: string
  optionId: (index: number) => string
  setActive: (index: number) => void
  pick: (index: number) => void
  /** Where the caret is now; negative for nowhere. */
  moved: (caret: number) => void
  /** @returns whether the key was for the suggestions */
  onKeyDown: (event: KeyboardEvent) => boolean
}

/** Completes names in a field, while the focus and the caret stay in it. */
export function useSuggestions(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  channelId: string,
  hasCommands: boolean,
): Suggesting {
  const listId = useId()
  const [caret, setCaret] = useState(-1)
  const [dismissed, setDismissed] = useState<string>()
  const [chosen, setChosen] = useState({ of: '', index: 0 })

  const found = caret < 0 || caret > text.length ? undefined : triggerAt(text, caret)
  const place = found && `${found.kind}${found.from}`
  const isOffered = place !== dismissed && (found?.kind !== 'command' || hasCommands)
  const trigger = isOffered ? found : undefined
  const items = useSuggestionItems(trigger, channelId)
  const of = `${place}${found?.query}`
  const active = chosen.of === of ? Math.min(chosen.index, items.length - 1) : 0

  function setActive(index: number) {
    setChosen({ of, index: (index + items.length) % items.length })
  }

  function pick(index: number) {
    const item = items[index]
    if (!trigger || !item || !field.current) return
    // where a space stands already, one more is too much
    const insert = text[trigger.to] === ' ' ? item.insert.trimEnd() : item.insert
    const end = trigger.from + insert.length + (insert === item.insert ? 0 : 1)
    setDismissed(place)
    if (trigger.kind === 'codeLanguage') pickLanguage(field.current, trigger, insert)
    else applyEdit(field.current, { ...trigger, insert, select: { from: end, to: end } })
  }

  function onKeyDown(event: KeyboardEvent): boolean {
    if (!trigger || items.length === 0 || isComposing(event)) return false
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false
    switch (event.key) {
      case 'ArrowDown':
        setActive(active + 1)
        break
      case 'ArrowUp':
        setActive(active - 1)
        break
      case 'Enter':
        if (needsNoPick(trigger, items[active]) && chosen.of !== of) return false
        pick(active)
        break
      case 'Tab':
        pick(active)
        break
      case 'Escape':
        setDismissed(place)
        break
      default:
        return false
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  function moved(to: number) {
    setCaret(to)
    // elsewhere it may be offered again
    const next = to < 0 ? undefined : triggerAt(field.current?.value ?? text, to)
    if (dismissed !== undefined && `${next?.kind}${next?.from}` !== dismissed) setDismissed(undefined)
  }

  return {
    trigger,
    items,
    active,
    listId,
    optionId: (index) => `${listId}-${index}`,
    setActive,
    pick,
    moved,
    onKeyDown,
  }
}

/** A name that is complete is sent with one Enter, and code needs no language. */
function needsNoPick({ kind, query, from, to }: Trigger, item: Suggestion | undefined): boolean {
  if (kind === 'codeLanguage') return query === ''
  return item?.insert.trim().length === to - from && item.insert.trim().endsWith(query)
}

/** One goes on in the line under the fence. */
function pickLanguage(field: HTMLTextAreaElement, trigger: Trigger, insert: string): void {
  const after = field.value.slice(trigger.to)
  const hasLine = after.startsWith('\n')
  const end = trigger.from + insert.length + 1
  applyEdit(field, {
    ...trigger,
    insert: hasLine ? insert : `${insert}\n`,
    select: { from: end, to: end },
  })
}
