import type { ConnectionStatus } from '@tidings/client'
import { create } from 'zustand'

interface ConnectionState {
  status: ConnectionStatus
  /** Whether this device has a network at all, as far as the browser knows. */
  hasNetwork: boolean
  /** Up to when what is shown is known, in milliseconds of the epoch; undefined while it is current, or nothing is shown. */
  asOf: number | undefined
}

export const useConnection = create<ConnectionState>(() => ({
  status: { state: 'stopped' },
  hasNetwork: navigator.onLine,
  asOf: undefined,
}))

/** What is shown was current until the connection was lost. */
export function connectionChanged(status: ConnectionStatus): void {
  useConnection.setState((before) => ({
    status,
    asOf: status.state === 'online' ? undefined : before.status.state === 'online' ? Date.now() : before.asOf,
  }))
}
