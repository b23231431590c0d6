import type { ChannelEvent } from '@tidings/client'

/** Who is shown by name because of the event, beside the author of a message. */
export function namedBy(event: ChannelEvent): string[] {
  switch (event.event) {
    case 'MessagePosted':
    case 'MessageEdited':
      return event.data.mentions?.accountIds ?? []
    case 'ReactionAdded':
      return event.actorId === null ? [] : [event.actorId]
    default:
      return []
  }
}
