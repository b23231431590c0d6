import { EVENT_TYPES, type EventData } from '../generated/socket.ts'

export type EventType = keyof EventData
export type Role = EventData['RoleChanged']['role']

/** What happens in a channel; the same facts as the event log's, in the JSON of `docs/asyncapi.yaml`. */
export type ChannelFact =
  | { [Type in EventType]: { event: Type; data: EventData[Type] } }[EventType]
  /** What a newer server says and this client does not know: it has its place in the order and shows nothing. */
  | { event: 'Unknown'; data: object }

/** A fact in its place: `seq` has no gaps within a channel and starts at 0. */
export type ChannelEvent = ChannelFact & {
  channelId: string
  seq: number
  /** RFC 3339, UTC */
  at: string
  /** The account that acted; null when nobody in particular did. */
  actorId: string | null
}

const KNOWN_TYPES: ReadonlySet<string> = new Set(EVENT_TYPES)

export function knownEventTypes(): string[] {
  return [...KNOWN_TYPES]
}

/**
 * Reads an event as the socket and GraphQL send it.
 *
 * @returns undefined when it has no place in a channel's order, so that nothing can be done with it
 */
export function readChannelEvent(value: unknown): ChannelEvent | undefined {
  if (!isObject(value)) return undefined
  const { channelId, seq, at, event, data, actorId } = value
  if (typeof channelId !== 'string' || !Number.isSafeInteger(seq)) return undefined
  const place = {
    channelId,
    seq: seq as number,
    at: typeof at === 'string' ? at : new Date(0).toISOString(),
    actorId: typeof actorId === 'string' ? actorId : null,
  }
  const isKnown = typeof event === 'string' && KNOWN_TYPES.has(event) && isObject(data)
  return isKnown ? ({ ...place, event, data } as ChannelEvent) : { ...place, event: 'Unknown', data: {} }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
