import { ApiClient } from './account/apiClient.ts'
import { type CredentialStore, MemoryCredentialStore } from './account/credentials.ts'
import { signIn, signUp } from './account/signIn.ts'
import { openTicketedSocket } from './account/ticketedSocket.ts'
import {
  ChannelDocument,
  MessagesDocument,
  type MessagesQuery,
  type MessagesQueryVariables,
  SearchDocument,
  type SearchQuery,
} from './generated/graphql.ts'
import type { components } from './generated/rest.ts'
import { eventsBetween } from './graphql/eventsBetween.ts'
import { newClientMessageId } from './outbox/clientMessageId.ts'
import { MemoryOutboxStorage } from './outbox/memoryOutboxStorage.ts'
import { Outbox, type OutboxEntry } from './outbox/outbox.ts'
import type { ChannelEvent } from './realtime/channelEvent.ts'
import type { ConnectionStatus } from './realtime/connection.ts'
import { CommandRefused, ConnectionLost } from './realtime/pendingRequests.ts'
import { RealtimeSession } from './realtime/session.ts'
import type { WebSocketConstructor } from './realtime/webSocketLike.ts'
import { HttpClient } from './rest/httpClient.ts'
import { Problem } from './rest/problem.ts'

type Schemas = components['schemas']

export interface ClientOptions {
  /** Where everything is, such as `https://chat.example.org`. */
  url: string
  /** The runtime's own unless given; the package `ws` where there is none. */
  WebSocket?: WebSocketConstructor
  fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** In memory unless given. */
  credentials?: CredentialStore
}

/** What a client tells, by what it is about. */
export interface EventListeners {
  /** The next event of a subscribed channel: in order, none missing, none twice. */
  event: (event: ChannelEvent) => void
  /** Too much was missed to be told event by event: read the channel's history anew. What follows comes after `seq`. */
  reset: (reset: { channelId: string; seq: number }) => void
  status: (status: ConnectionStatus) => void
}

export interface SendOptions {
  /** The same again is the same message, also over reconnections and later runs; a fresh one unless given. */
  clientMessageId?: string
  replyTo?: string
}

export interface Sent {
  seq: number
  messageId: string
}

interface PendingSend {
  promise: Promise<Sent>
  resolve(sent: Sent): void
  reject(error: Error): void
}

/** A signed-in client: commands and live events over the socket, history and search through GraphQL. */
export class TidingsClient {
  readonly api: ApiClient
  readonly #http: HttpClient
  readonly #credentials: CredentialStore
  readonly #session: RealtimeSession
  readonly #listeners: { [Name in keyof EventListeners]: Set<EventListeners[Name]> } = {
    event: new Set(),
    reset: new Set(),
    status: new Set(),
  }
  readonly #pendingSends = new Map<string, PendingSend>()
  #outbox: Outbox | undefined

  constructor({
    url,
    WebSocket = globalWebSocket(),
    fetch,
    credentials = new MemoryCredentialStore(),
  }: ClientOptions) {
    const origin = new URL(url).origin
    this.#http = new HttpClient(origin, fetch)
    this.#credentials = credentials
    this.api = new ApiClient(this.#http, credentials)
    this.#session = new RealtimeSession(
      {
        onStatus: (status) => this.#emit('status', status),
        onWelcome: () => this.#outbox?.flush(),
        onEvent: (event) => this.#emit('event', event),
        onNewestEvent: () => undefined,
        onReset: (channelId, seq) => {
          this.#session.follow(channelId, seq, true)
          this.#emit('reset', { channelId, seq })
        },
        onTyping: () => undefined,
        onUnauthenticated: () => this.api.expireAccessToken(),
      },
      (channelId, afterSeq, upToSeq) => eventsBetween(this.api, channelId, afterSeq, upToSeq),
      () => openTicketedSocket(this.api, origin, WebSocket),
    )
  }

  /** @returns what takes the listener away again */
  on<Name extends keyof EventListeners>(name: Name, listener: EventListeners[Name]): () => void {
    this.#listeners[name].add(listener)
    return () => this.#listeners[name].delete(listener)
  }

  /** Registers an account and signs in to it. */
  signUp(account: Schemas['NewAccount']): Promise<void> {
    return signUp(this.#http, this.#credentials, account)
  }

  signIn(credentials: Schemas['Credentials']): Promise<void> {
    return signIn(this.#http, this.#credentials, credentials)
  }

  /** Connects, and stays connected until `close`; resolves when the server has answered for the first time. */
  connect(): Promise<void> {
    const { accountId } = this.api
    if (accountId === undefined) throw new Problem(401, 'UNAUTHENTICATED', 'Nobody is signed in')
    this.#outbox ??= new Outbox(accountId, new MemoryOutboxStorage(), this.#session, (entries) =>
      this.#settleSends(entries),
    )
    return new Promise((resolve) => {
      const stop = this.on('status', ({ state }) => {
        if (state !== 'online') return
        stop()
        resolve()
      })
      this.#session.start()
    })
  }

  async openChannel(channel: Schemas['NewChannel']): Promise<string> {
    const { id } = await this.api.call('POST', '/api/channels', { body: channel })
    return id
  }

  async joinChannel(channelId: string): Promise<void> {
    await this.api.call('PUT', '/api/channels/{channelId}/members/{userId}', {
      params: { channelId, userId: 'me' },
    })
  }

  /**
   * Tells the channel's events from now on, over all reconnections.
   *
   * @param after the last `seq` that was seen, to resume there; -1 for everything
   */
  async subscribe(channelId: string, after?: number): Promise<void> {
    this.#session.follow(channelId, after ?? (await this.#headOf(channelId)), true)
  }

  unsubscribe(channelId: string): void {
    this.#session.unfollow(channelId)
  }

  /**
   * Posts a message, once, however many attempts and connections that takes; resolves when it is durable.
   *
   * @throws CommandRefused when the server will not have it
   */
  send(channelId: string, body: string, options: SendOptions = {}): Promise<Sent> {
    const outbox = this.#outbox
    if (!outbox) return Promise.reject(new ConnectionLost('not connected'))
    const { clientMessageId = newClientMessageId(), replyTo = null } = options
    const pending = this.#pendingSends.get(clientMessageId)
    if (pending) return pending.promise
    const { promise, resolve, reject } = withResolvers<Sent>()
    this.#pendingSends.set(clientMessageId, { promise, resolve, reject })
    outbox.add({ clientMessageId, channelId, body, replyTo, writtenAt: Date.now() })
    return promise
  }

  /**
   * A page of a channel's messages as they stand now, in order; the newest 50 unless the page says otherwise.
   *
   * @param minSeq what the answer must know of, such as the `seq` of what was just sent
   */
  async history(channelId: string, page: HistoryPage = { last: 50 }, minSeq = -1): Promise<History> {
    const { channel } = await this.api.query(
      MessagesDocument,
      { id: channelId, ...page },
      { channelId, seq: minSeq },
    )
    if (!channel) throw new Problem(404, 'NOT_FOUND', 'There is no such channel')
    return channel.messages
  }

  /** Messages that the account may read; `after` is the `endCursor` of the page before. */
  async search(query: string, after?: string): Promise<SearchQuery['search']> {
    const { search } = await this.api.query(SearchDocument, {
      query,
      ...(after === undefined ? {} : { after }),
    })
    return search
  }

  /** Leaves. What was sent and not answered may have been kept or not: a later run may send it again under its key. */
  close(): void {
    this.#session.stop()
    for (const { reject } of this.#pendingSends.values()) reject(new ConnectionLost('closed'))
    this.#pendingSends.clear()
  }

  async #headOf(channelId: string): Promise<number> {
    const known = this.#session.headOf(channelId)
    if (known >= 0) return known
    // one that was opened a moment ago may not be known there yet
    const { channel } = await this.api.query(ChannelDocument, { id: channelId }, { channelId, seq: 0 })
    if (!channel) throw new Problem(404, 'NOT_FOUND', 'There is no such channel')
    return channel.seq
  }

  #settleSends(entries: readonly OutboxEntry[]): void {
    for (const { clientMessageId, state, seq = -1, messageId = '', failure } of entries) {
      const pending = this.#pendingSends.get(clientMessageId)
      if (state === 'pending' || !pending) continue
      this.#pendingSends.delete(clientMessageId)
      if (state === 'accepted') pending.resolve({ seq, messageId })
      else pending.reject(refusalOf(failure))
      queueMicrotask(() => this.#outbox?.discard(clientMessageId))
    }
  }

  #emit<Name extends keyof EventListeners>(name: Name, ...told: Parameters<EventListeners[Name]>): void {
    const listeners = this.#listeners[name] as Set<(...told: Parameters<EventListeners[Name]>) => void>
    for (const listener of [...listeners]) listener(...told)
  }
}

export type HistoryPage = Omit<MessagesQueryVariables, 'id'>
export type History = NonNullable<MessagesQuery['channel']>['messages']

function refusalOf(failure: OutboxEntry['failure']): CommandRefused {
  return failure === 'KEY_TAKEN'
    ? new CommandRefused('CONFLICT', 'This clientMessageId stands for another message', undefined, true)
    : new CommandRefused(failure ?? 'UNAVAILABLE', `Refused: ${failure}`, undefined)
}

function globalWebSocket(): WebSocketConstructor {
  const { WebSocket } = globalThis as { WebSocket?: WebSocketConstructor }
  if (!WebSocket) throw new TypeError('This runtime has no WebSocket: give the one of the package ws')
  return WebSocket
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
