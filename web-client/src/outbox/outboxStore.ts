import type { OutboxEntry } from '@tidings/client'
import { create } from 'zustand'

interface OutboxState {
  byChannel: Readonly<Record<string, readonly OutboxEntry[]>>
}

/** The outbox as the views see it. */
export const useOutbox = create<OutboxState>(() => ({ byChannel: {} }))

export function showOutbox(entries: readonly OutboxEntry[]): void {
  const byChannel: Record<string, OutboxEntry[]> = {}
  for (const entry of entries) {
    byChannel[entry.channelId] = [...(byChannel[entry.channelId] ?? []), entry]
  }
  useOutbox.setState({ byChannel })
}
