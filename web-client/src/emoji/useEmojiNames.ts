import { useEffect, useSyncExternalStore } from 'react'

type Replace = (text: string) => string

let loaded: Replace | undefined
let loading = false
const waiting = new Set<() => void>()
const TRY_AGAIN_MS = 5_000
const MAY_NAME = /:[^\s:]+:/

/** The table is fetched when the first text needs it. */
async function load(): Promise<void> {
  if (loading) return
  loading = true
  try {
    loaded = (await import('./emojiTable.ts')).replaceNames
    for (const notify of waiting) notify()
  } catch {
    setTimeout(() => {
      loading = false
      void load()
    }, TRY_AGAIN_MS)
  }
}

function subscribe(notify: () => void): () => void {
  waiting.add(notify)
  return () => waiting.delete(notify)
}

/** @returns what puts emoji in the place of their names; undefined where the text has none, or until they are known */
export function useEmojiNames(text: string): Replace | undefined {
  const replace = useSyncExternalStore(subscribe, () => loaded)
  const mayName = MAY_NAME.test(text)
  useEffect(() => {
    if (mayName) void load()
  }, [mayName])
  return mayName ? replace : undefined
}
