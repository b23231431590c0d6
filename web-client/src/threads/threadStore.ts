import { create } from 'zustand'
import type { TimelineWindow } from '../timeline/timelineWindow.ts'

export interface OpenThread {
  rootId: string | undefined
  /** The root and its replies. While loading, what the timeline had of it. */
  window: TimelineWindow | undefined
  /** `partial` where later replies could not be loaded, or are too many to be loaded unasked. */
  state: 'loading' | 'ready' | 'partial' | 'unreachable' | 'missing'
  /** How many replies there are in all, as the server said last. */
  replyCount: number
  /** Where the unread replies began when the thread was opened; undefined when all were read. */
  unreadAfterSeq: number | undefined
}

export const NO_THREAD: OpenThread = {
  rootId: undefined,
  window: undefined,
  state: 'loading',
  replyCount: 0,
  unreadAfterSeq: undefined,
}

/** The thread in the pane. */
export const useOpenThread = create<OpenThread>(() => NO_THREAD)
