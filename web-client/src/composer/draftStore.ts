import { create } from 'zustand'
import type { Quote } from '../timeline/message.ts'

export interface Draft {
  body: string
  replyTo: Quote | null
}

const EMPTY: Draft = { body: '', replyTo: null }
const KEY = 'tidings.drafts'

interface DraftState {
  byChannel: Readonly<Record<string, Draft>>
}

function stored(): Record<string, Draft> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, Draft>
  } catch {
    return {}
  }
}

/** What was begun and not sent, per channel; it survives reloads. */
export const useDrafts = create<DraftState>(() => ({ byChannel: stored() }))

export function useDraft(channelId: string): Draft {
  return useDrafts((state) => state.byChannel[channelId] ?? EMPTY)
}

export function changeDraft(channelId: string, change: Partial<Draft>): void {
  const { byChannel } = useDrafts.getState()
  const draft = { ...(byChannel[channelId] ?? EMPTY), ...change }
  const { [channelId]: _, ...others } = byChannel
  const next = draft.body === '' && draft.replyTo === null ? others : { ...others, [channelId]: draft }
  useDrafts.setState({ byChannel: next })
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // storage is full or blocked: the draft lives as long as the page
  }
}

export function forgetDrafts(): void {
  useDrafts.setState({ byChannel: {} })
  try {
    localStorage.removeItem(KEY)
  } catch {
    // there was no storage to begin with
  }
}
