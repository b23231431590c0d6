import type { ApiClient } from '../account/apiClient.ts'
import { EventsDocument } from '../generated/graphql.ts'
import { type ChannelEvent, readChannelEvent } from '../realtime/channelEvent.ts'

const EVENTS_PER_PAGE = 100
/** More than this and loading the newest page is cheaper than walking there. */
const MAX_GAP = 500

/** The events after `afterSeq` up to at least `upToSeq` as far as the server has them; `'reset'` when they are too many. */
export async function eventsBetween(
  api: ApiClient,
  channelId: string,
  afterSeq: number,
  upToSeq: number,
): Promise<ChannelEvent[] | 'reset'> {
  if (upToSeq - afterSeq > MAX_GAP) return 'reset'
  const events: ChannelEvent[] = []
  let after = afterSeq
  while (after < upToSeq) {
    const { channel } = await api.query(
      EventsDocument,
      { id: channelId, afterSeq: after, first: EVENTS_PER_PAGE },
      { channelId, seq: upToSeq },
    )
    const page = (channel?.events ?? []).map(readChannelEvent).filter((event) => event !== undefined)
    events.push(...page)
    const last = page.at(-1)
    if (!last) break
    after = last.seq
  }
  return events
}
