import { create } from 'zustand'
import type { ConnectionStatus } from '../realtime/connection.ts'

export const useConnection = create<{ status: ConnectionStatus }>(() => ({ status: { state: 'stopped' } }))
