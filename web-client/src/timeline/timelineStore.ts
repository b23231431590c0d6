import { create } from 'zustand'
import type { TimelineWindow } from './timelineWindow.ts'

export interface Timeline {
  window: TimelineWindow | undefined
  state: 'loading' | 'ready' | 'unreachable' | 'missing'
  /** When it was written down, for what an earlier visit left; undefined once it is the server's. */
  keptAt: number | undefined
  loadingOlder: boolean
  loadingNewer: boolean
  /** A message to bring into view; `at` tells two wishes for the same message apart. */
  target: { messageId: string; at: number } | undefined
  /** A message that was wanted and cannot be read here. */
  lost: { messageId: string; why: 'deleted' | 'missing' } | undefined
}

const EMPTY: Timeline = {
  window: undefined,
  state: 'loading',
  keptAt: undefined,
  loadingOlder: false,
  loadingNewer: false,
  target: undefined,
  lost: undefined,
}

interface TimelineState {
  byChannel: Readonly<Record<string, Timeline>>
}

/** The timelines of the channels that were looked at lately. */
export const useTimelines = create<TimelineState>(() => ({ byChannel: {} }))

export function timelineOf(channelId: string): Timeline {
  return useTimelines.getState().byChannel[channelId] ?? EMPTY
}

export function useTimeline(channelId: string): Timeline {
  return useTimelines((state) => state.byChannel[channelId] ?? EMPTY)
}

export function updateTimeline(channelId: string, change: Partial<Timeline>): void {
  const { byChannel } = useTimelines.getState()
  useTimelines.setState({
    byChannel: { ...byChannel, [channelId]: { ...(byChannel[channelId] ?? EMPTY), ...change } },
  })
}

export function dropTimeline(channelId: string): void {
  const { [channelId]: _, ...byChannel } = useTimelines.getState().byChannel
  useTimelines.setState({ byChannel })
}
