import type { KeyboardEvent, RefObject } from 'react'
import type { VirtualizerHandle } from 'virtua'

/** Up and down move the focus from message to message. */
export function useRowKeys(list: RefObject<VirtualizerHandle | null>, _count: number) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const focused = event.target as HTMLElement
    // a menu of a row is elsewhere on the page, and its keys are its own
    if (!event.currentTarget.contains(focused)) return
    if (step === 0 || focused.closest('textarea, input, [role=toolbar], dialog')) return
    event.preventDefault()
    const articles = [...event.currentTarget.querySelectorAll<HTMLElement>('article')]
    const current = articles.findIndex((article) => article.contains(focused))
    const next = current === -1 ? articles.at(-1) : articles[current + step]
    next?.focus()
    if (!next) list.current?.scrollBy(step * 60)
  }
}
