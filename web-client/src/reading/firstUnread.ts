import { EventsDocument, readChannelEvent } from '@tidings/client'
import { api } from '../account/api.ts'

/** Among so many events after the read marker there is a message of somebody else, nearly always. */
const LOOKED_AT = 100

/** The message with which the unread part begins; undefined when it cannot be told. */
export async function findFirstUnread(
  channelId: string,
  afterSeq: number,
  selfId: string,
): Promise<string | undefined> {
  const { channel } = await api.query(EventsDocument, { id: channelId, afterSeq, first: LOOKED_AT })
  for (const event of (channel?.events ?? []).map(readChannelEvent)) {
    const isMessage = event?.event === 'MessagePosted' || event?.event === 'MessageImported'
    if (isMessage && event.actorId !== selfId) return event.data.messageId
  }
  return undefined
}
