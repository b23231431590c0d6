export { ApiClient, REAUTHENTICATION } from './account/apiClient.ts'
export { type CredentialStore, type Credentials, MemoryCredentialStore } from './account/credentials.ts'
export { needsSecondFactor, signIn, signOut, signUp } from './account/signIn.ts'
export { openTicketedSocket } from './account/ticketedSocket.ts'
export * from './generated/graphql.ts'
export type { components as RestComponents } from './generated/rest.ts'
export { eventsBetween } from './graphql/eventsBetween.ts'
export { isStale, type MinSeq } from './graphql/query.ts'
export type { TypedDocument } from './graphql/typedDocument.ts'
export { newClientMessageId } from './outbox/clientMessageId.ts'
export { MemoryOutboxStorage } from './outbox/memoryOutboxStorage.ts'
export {
  isOnlyPossibleAnew,
  Outbox,
  type OutboxEntry,
  type OutboxStorage,
  type OutboxTransport,
} from './outbox/outbox.ts'
export {
  type ChannelEvent,
  type ChannelFact,
  type EventType,
  knownEventTypes,
  readChannelEvent,
} from './realtime/channelEvent.ts'
export type { ConnectionStatus } from './realtime/connection.ts'
export type {
  AckFrame,
  CommandFrame,
  ErrorCode,
  PresenceStatus,
  SignalFrame,
  WelcomeFrame,
} from './realtime/frames.ts'
export { CommandRefused, ConnectionLost } from './realtime/pendingRequests.ts'
export { type GapFiller, RealtimeSession } from './realtime/session.ts'
export type { SessionListener } from './realtime/sessionListener.ts'
export type { WebSocketConstructor, WebSocketLike } from './realtime/webSocketLike.ts'
export { HttpClient, type JsonRequest } from './rest/httpClient.ts'
export { Problem } from './rest/problem.ts'
export {
  type ClientOptions,
  type EventListeners,
  type SendOptions,
  TidingsClient,
} from './tidingsClient.ts'
