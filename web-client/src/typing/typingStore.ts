import { create } from 'zustand'

/** Somebody who stops typing is not announced; silence for so long says it. */
const EXPIRES_MS = 5_000

interface TypingState {
  byChannel: Readonly<Record<string, readonly string[]>>
}

/** Who is writing where, as far as the last seconds told. */
export const useTyping = create<TypingState>(() => ({ byChannel: {} }))

const timers = new Map<string, ReturnType<typeof setTimeout>>()

export function typingStarted(channelId: string, accountId: string): void {
  const key = `${channelId}:${accountId}`
  clearTimeout(timers.get(key))
  timers.set(
    key,
    setTimeout(() => typingStopped(channelId, accountId), EXPIRES_MS),
  )
  setTyping(channelId, (ids) => (ids.includes(accountId) ? ids : [...ids, accountId]))
}

export function typingStopped(channelId: string, accountId: string): void {
  const key = `${channelId}:${accountId}`
  clearTimeout(timers.get(key))
  timers.delete(key)
  setTyping(channelId, (ids) => (ids.includes(accountId) ? ids.filter((id) => id !== accountId) : ids))
}

function setTyping(channelId: string, change: (ids: readonly string[]) => readonly string[]): void {
  const { byChannel } = useTyping.getState()
  const before = byChannel[channelId] ?? []
  const after = change(before)
  if (after !== before) useTyping.setState({ byChannel: { ...byChannel, [channelId]: after } })
}
