import { create } from 'zustand'
import type { Message } from '../timeline/message.ts'
import type { Pinning } from './pinQueries.ts'

interface PinsState {
  /** The newest pin first. */
  messages: readonly Message[]
  pinnings: ReadonlyMap<string, Pinning>
  /** Those that oneself has unpinned and the server has not yet. */
  leaving: ReadonlySet<string>
  state: 'loading' | 'ready' | 'unreachable'
}

export const NO_PINS: PinsState = {
  messages: [],
  pinnings: new Map(),
  leaving: new Set(),
  state: 'loading',
}

/** The pins in the pane. */
export const usePins = create<PinsState>(() => NO_PINS)
