import type { PresenceStatus } from '@tidings/client'
import { create } from 'zustand'

interface PresenceState {
  byId: Readonly<Record<string, PresenceStatus>>
}

/** Who is at a device, as far as the socket tells: of whom it never told is away from all of them. */
export const usePresences = create<PresenceState>(() => ({ byId: {} }))

export function usePresence(accountId: string): PresenceStatus {
  return usePresences((state) => state.byId[accountId] ?? 'OFFLINE')
}

export function presenceTold(accountId: string, status: PresenceStatus): void {
  const { byId } = usePresences.getState()
  if (byId[accountId] !== status) usePresences.setState({ byId: { ...byId, [accountId]: status } })
}

/** A new session is told of everybody who is there, and who went meanwhile is not among them. */
export function forgetPresences(): void {
  usePresences.setState({ byId: {} })
}
