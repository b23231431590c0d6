import type { RealtimeSession } from '@tidings/client'

/** Reacts, or takes the reaction back. What is seen changes when the log says so; a refusal changes nothing. */
export function toggleReaction(
  session: RealtimeSession,
  channelId: string,
  messageId: string,
  emoji: string,
  mine: boolean,
): void {
  session.request({ type: mine ? 'unreact' : 'react', channelId, messageId, emoji }).catch(() => undefined)
}

export async function deleteMessage(
  session: RealtimeSession,
  channelId: string,
  messageId: string,
): Promise<void> {
  await session.request({ type: 'delete', channelId, messageId })
}
