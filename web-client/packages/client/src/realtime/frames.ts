import type {
  AckFrame,
  ClientFrame,
  DeleteFrame,
  EditFrame,
  ErrorFrame,
  OthersPresenceFrame,
  PingFrame,
  PresenceFrame,
  ReactFrame,
  ReadFrame,
  SendFrame,
  ServerFrameExceptEvent,
  SubscribeFrame,
  TypingFrame,
  UnreactFrame,
  UnsubscribeFrame,
  WelcomeFrame,
} from '../generated/socket.ts'
import { type ChannelEvent, readChannelEvent } from './channelEvent.ts'

export type { AckFrame, ClientFrame, ErrorFrame, SubscribeFrame, WelcomeFrame }

/** The name of the protocol that `docs/asyncapi.yaml` describes. */
export const SUBPROTOCOL = 'tidings.v1'

type WithoutRef<Frame> = Frame extends unknown ? Omit<Frame, 'ref'> : never

/** Frames that are answered by `ack` or `error`. */
export type CommandFrame = WithoutRef<SendFrame | EditFrame | DeleteFrame | ReactFrame | UnreactFrame>

/** Frames whose answer nobody waits for. */
export type SignalFrame = WithoutRef<TypingFrame | ReadFrame | PresenceFrame | UnsubscribeFrame | PingFrame>

export type ErrorCode = ErrorFrame['code']
export type PresenceStatus = OthersPresenceFrame['status']
export type ServerFrame = ServerFrameExceptEvent | ({ type: 'event' } & ChannelEvent)

/** Reads a frame of the server, also of a type that only a newer server knows; undefined for what is none. */
export function parseServerFrame(text: string): ServerFrame | undefined {
  let frame: ServerFrame | null
  try {
    frame = JSON.parse(text)
  } catch {
    return undefined
  }
  if (frame?.type !== 'event') return frame ?? undefined
  const event = readChannelEvent(frame)
  return event && { type: 'event', ...event }
}
