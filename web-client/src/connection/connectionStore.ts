import type { ConnectionStatus } from '@tidings/client'
import { create } from 'zustand'

interface ConnectionState {
  status: ConnectionStatus
  /** Whether this device has a network at all, as far as the browser knows. */
  hasNetwork: boolean
}

export const useConnection = create<ConnectionState>(() => ({
  status: { state: 'stopped' },
  hasNetwork: navigator.onLine,
}))
