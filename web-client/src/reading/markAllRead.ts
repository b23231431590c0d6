import type { RealtimeSession } from '@tidings/client'
import { changeChannel, seqOf } from '../channels/channelsStore.ts'

/** Takes the whole channel for read, seen or not. */
export function markAllRead(channelId: string, session: RealtimeSession): void {
  const seq = Math.max(seqOf(channelId), session.headOf(channelId))
  session.signal({ type: 'read', channelId, seq })
  changeChannel(channelId, () => ({ readSeq: seq, unreadCount: 0 }))
}
