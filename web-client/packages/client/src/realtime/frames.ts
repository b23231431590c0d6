import { type ChannelEvent, readChannelEvent } from './channelEvent.ts'

/** The frames of subprotocol `tidings.v1`, as in `docs/asyncapi.yaml`. */
export const SUBPROTOCOL = 'tidings.v1'

export type HelloFrame = { type: 'hello'; resume: Record<string, number> }

/** Frames that are answered by `ack` or `error`. */
export type CommandFrame =
  | { type: 'send'; channelId: string; clientMessageId: string; body: string; replyTo?: string }
  | { type: 'edit'; channelId: string; messageId: string; body: string }
  | { type: 'delete'; channelId: string; messageId: string }
  | { type: 'react' | 'unreact'; channelId: string; messageId: string; emoji: string }

/** Frames that nobody answers. */
export type SignalFrame =
  | { type: 'typing'; channelId: string }
  | { type: 'read'; channelId: string; seq: number }
  | { type: 'presence'; status: 'ONLINE' | 'AWAY' }
  | { type: 'unsubscribe'; channelId: string }
  | { type: 'ping' }

export type SubscribeFrame = { type: 'subscribe'; channelId: string; after?: number }

export type ClientFrame = HelloFrame | SignalFrame | ((CommandFrame | SubscribeFrame) & { ref: string })

export type WelcomeFrame = {
  type: 'welcome'
  sessionId: string
  userId: string
  heartbeatMs: number
  limits: { maxFrameBytes: number; maxBodyChars: number; sendsPerSecond: number }
  channels: { channelId: string; seq: number; readSeq: number }[]
}
export type AckFrame = {
  type: 'ack'
  ref?: string
  channelId: string
  messageId?: string
  seq: number
  /** absent for a read marker */
  at?: string
}
export type ErrorFrame = {
  type: 'error'
  ref?: string
  code: ErrorCode
  message: string
  retryAfterMs?: number
  /** What the same `clientMessageId` was answered with before, for another content; with CONFLICT. */
  first?: { id: string; seq: number; at: string }
}
export type ErrorCode =
  | 'BAD_FRAME'
  | 'UNKNOWN_TYPE'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'RATE_LIMITED'
  | 'BUSY'
  | 'UNAVAILABLE'

export type PresenceStatus = 'ONLINE' | 'AWAY' | 'OFFLINE'

export type ServerFrame =
  | WelcomeFrame
  | AckFrame
  | ErrorFrame
  | { type: 'subscribed'; ref?: string; channelId: string; seq: number; recovered: boolean }
  | { type: 'unsubscribed'; ref?: string; channelId: string }
  | ({ type: 'event' } & ChannelEvent)
  /** The user has read the channel up to `seq` on another device. */
  | { type: 'read'; channelId: string; seq: number }
  | { type: 'typing'; channelId: string; userId: string }
  | { type: 'presence'; userId: string; status: PresenceStatus }
  | { type: 'reset'; channelId: string; seq: number }
  | { type: 'draining'; reconnectAfterMs: number }
  | { type: 'pong'; ref?: string }

const SERVER_TYPES: ReadonlySet<string> = new Set<ServerFrame['type']>([
  'welcome',
  'ack',
  'error',
  'subscribed',
  'unsubscribed',
  'read',
  'event',
  'typing',
  'presence',
  'reset',
  'draining',
  'pong',
])

/** Reads a frame of the server; undefined for what a newer server may say and this client does not know. */
export function parseServerFrame(text: string): ServerFrame | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined
  if (typeof value.type !== 'string' || !SERVER_TYPES.has(value.type)) return undefined
  if (value.type !== 'event') return value as ServerFrame
  const event = readChannelEvent(value)
  return event && { type: 'event', ...event }
}
