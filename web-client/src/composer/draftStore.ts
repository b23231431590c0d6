import { create } from 'zustand'
import type { Quote } from '../timeline/message.ts'

export interface Draft {
  body: string
  replyTo: Quote | null
}

interface DatedDraft extends Draft {
  /** When it was changed the last time, by this machine's clock; 0 for never. */
  at: number
}

const EMPTY: DatedDraft = { body: '', replyTo: null, at: 0 }
const PREFIX = 'tidings.draft.'
const EDITS = 'edit/'
/** So long after a key this tab is the one that types, and no other takes its text away. */
const TYPING_MS = 3_000

interface DraftState {
  /** By what `draftKey` or `editKey` says. */
  byKey: Readonly<Record<string, DatedDraft>>
}

/** Where what is begun in a channel is kept, or in a thread, by the message that began the thread. */
export function draftKey(channelId: string, rootId?: string): string {
  return rootId === undefined ? channelId : `${channelId}/${rootId}`
}

/** Where the new text of a message that is being edited is kept. */
export function editKey(messageId: string): string {
  return `${EDITS}${messageId}`
}

/** What was begun and not sent, per channel and thread; it survives reloads, and other tabs show it as well. */
export const useDrafts = create<DraftState>(() => ({ byKey: stored() }))

export function useDraft(key: string): Draft {
  return useDrafts((state) => state.byKey[key] ?? EMPTY)
}

export function draftOf(key: string): Draft {
  return useDrafts.getState().byKey[key] ?? EMPTY
}

/** Whether something is begun that one would miss. */
export function useHasDraft(key: string): boolean {
  return useDrafts((state) => (state.byKey[key]?.body ?? '').trim() !== '')
}

/** The message whose edit was begun before the page was loaded. */
export function unfinishedEdit(): string | undefined {
  return Object.keys(useDrafts.getState().byKey)
    .find((key) => key.startsWith(EDITS))
    ?.slice(EDITS.length)
}

export function changeDraft(key: string, change: Partial<Draft>): void {
  const draft: DatedDraft = { ...draftOf(key), ...change, at: Date.now() }
  const isEmpty = draft.body === '' && draft.replyTo === null
  put(key, isEmpty ? undefined : draft)
  try {
    // each has an entry of its own, so that tabs do not write over one another's
    if (isEmpty) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, JSON.stringify(draft))
  } catch {
    // storage is full or blocked: the draft lives as long as the page
  }
}

export function forgetDrafts(): void {
  useDrafts.setState({ byKey: {} })
  try {
    for (const key of storedKeys()) localStorage.removeItem(key)
  } catch {
    // there was no storage to begin with
  }
}

function put(key: string, draft: DatedDraft | undefined): void {
  const { [key]: _, ...others } = useDrafts.getState().byKey
  useDrafts.setState({ byKey: draft ? { ...others, [key]: draft } : others })
}

/** What another tab did with a draft: the newer of the two counts, unless this tab is being typed in. */
function takeOver({ key: entry, oldValue, newValue }: StorageEvent): void {
  if (!entry?.startsWith(PREFIX)) return
  const key = entry.slice(PREFIX.length)
  const own = useDrafts.getState().byKey[key] ?? EMPTY
  const theirs = parse(newValue)
  // a draft that was sent or thrown away over there tells of itself only by what it was before
  const theirTime = theirs?.at ?? parse(oldValue)?.at ?? 0
  if (Date.now() - own.at < TYPING_MS || own.at > theirTime) return
  put(key, theirs)
}

function stored(): Record<string, DatedDraft> {
  try {
    const entries = storedKeys().map((key) => [key.slice(PREFIX.length), parse(localStorage.getItem(key))])
    return Object.fromEntries(entries.filter(([, draft]) => draft !== undefined))
  } catch {
    return {}
  }
}

function storedKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
}

function parse(text: string | null): DatedDraft | undefined {
  try {
    const draft = JSON.parse(text ?? '') as Partial<DatedDraft> | null
    return typeof draft?.body === 'string'
      ? { body: draft.body, replyTo: draft.replyTo ?? null, at: Number(draft.at) || 0 }
      : undefined
  } catch {
    return undefined
  }
}

if (typeof window !== 'undefined') window.addEventListener('storage', takeOver)
