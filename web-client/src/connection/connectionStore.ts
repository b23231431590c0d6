import type { ConnectionStatus } from '@tidings/client'
import { create } from 'zustand'

export const useConnection = create<{ status: ConnectionStatus }>(() => ({ status: { state: 'stopped' } }))
