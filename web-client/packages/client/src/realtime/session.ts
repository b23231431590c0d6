import { ChannelCursors } from './channelCursors.ts'
import type { ChannelEvent } from './channelEvent.ts'
import { Connection, type ConnectionListener } from './connection.ts'
import type { AckFrame, CommandFrame, ErrorFrame, ServerFrame, SignalFrame, WelcomeFrame } from './frames.ts'
import { ConnectionLost, PendingRequests } from './pendingRequests.ts'
import type { SessionListener } from './sessionListener.ts'
import type { WebSocketLike } from './webSocketLike.ts'

/** Events of one channel after a cursor, in order and without a gap; `'reset'` when there are too many to fetch. */
export type GapFiller = (
  channelId: string,
  afterSeq: number,
  upToSeq: number,
) => Promise<ChannelEvent[] | 'reset'>

/** The read side could not help just now. Live events keep coming, and a reconnection resumes from the gap as well. */
const REFILL_DELAY_MS = 2_000
/** Where a server that is too busy to welcome anybody does not say when it may be better. */
const HELLO_RETRY_MS = 1_000

/**
 * One account's live session over however many sockets it takes: resumes each followed channel where it was, hands on
 * events exactly once and in order, and fills gaps.
 */
export class RealtimeSession {
  readonly #cursors = new ChannelCursors()
  readonly #pending = new PendingRequests()
  readonly #connection: Connection
  readonly #filling = new Set<string>()
  /** Followed channels that the account is no member of: nobody subscribes to them by itself. */
  readonly #subscriptions = new Set<string>()
  readonly #readSeqs = new Map<string, number>()
  #ready = false
  #helloTimer: ReturnType<typeof setTimeout> | undefined
  /** What the last hello asked the server to resume. */
  #resumed: Record<string, number> = {}

  constructor(
    private readonly listener: SessionListener,
    private readonly fillGap: GapFiller,
    openSocket: () => Promise<WebSocketLike>,
    private readonly random: () => number = Math.random,
  ) {
    const connectionListener: ConnectionListener = {
      onOpen: () => this.#sendHello(),
      onFrame: (frame) => this.#onFrame(frame),
      onLost: () => {
        this.#ready = false
        clearTimeout(this.#helloTimer)
        this.#pending.rejectAll()
      },
      onStatus: (status) => listener.onStatus(status),
      onUnauthenticated: () => listener.onUnauthenticated(),
    }
    this.#connection = new Connection(connectionListener, openSocket, random)
  }

  start(): void {
    this.#connection.start()
  }

  stop(): void {
    this.#connection.stop()
    this.#cursors.clear()
    this.#subscriptions.clear()
    this.#readSeqs.clear()
  }

  wake(): void {
    this.#connection.wake()
  }

  lostNetwork(): void {
    this.#connection.lostNetwork()
  }

  networkBack(): void {
    this.#connection.networkBack()
  }

  get isOnline(): boolean {
    return this.#ready
  }

  /** The newest event of the channel that this session has heard of; -1 for none. */
  headOf(channelId: string): number {
    return this.#cursors.head(channelId)
  }

  /**
   * From now on hand on the channel's events after `seq`.
   *
   * @param subscribe whether the server must be asked, because the account is no member of the channel
   */
  follow(channelId: string, seq: number, subscribe: boolean): void {
    this.#cursors.follow(channelId, seq)
    if (subscribe) {
      this.#subscriptions.add(channelId)
      this.#subscribe(channelId)
    } else {
      this.#subscriptions.delete(channelId)
    }
    this.#fill(channelId)
  }

  unfollow(channelId: string): void {
    this.#cursors.unfollow(channelId)
    if (this.#subscriptions.delete(channelId)) this.#connection.send({ type: 'unsubscribe', channelId })
  }

  /** @throws CommandRefused when the server says no; ConnectionLost when it did not get to answer */
  request(frame: CommandFrame): Promise<AckFrame> {
    if (!this.#ready) return Promise.reject(new ConnectionLost())
    const { ref, answer } = this.#pending.expect()
    this.#connection.send({ ...frame, ref })
    return answer
  }

  signal(frame: SignalFrame): void {
    if (this.#ready) this.#connection.send(frame)
  }

  #sendHello(): void {
    this.#resumed = this.#cursors.resume()
    this.#connection.send({ type: 'hello', resume: this.#resumed })
  }

  /** At a moment of its own, so that those who were refused together do not come back together. */
  #retryHello(retryAfterMs: number): void {
    clearTimeout(this.#helloTimer)
    this.#helloTimer = setTimeout(() => this.#sendHello(), retryAfterMs * (1 + this.random()))
  }

  #subscribe(channelId: string): void {
    if (!this.#ready) return
    const after = this.#cursors.cursor(channelId)
    this.#connection.send({
      type: 'subscribe',
      ref: `subscribe:${channelId}`,
      channelId,
      ...(after === undefined ? {} : { after }),
    })
  }

  #onFrame(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.#onWelcome(frame)
        break
      case 'event':
        this.#onEvent(frame)
        break
      case 'reset':
        this.#onReset(frame.channelId, frame.seq)
        break
      case 'subscribed':
        this.#cursors.raiseHead(frame.channelId, frame.seq)
        if (!frame.recovered) this.#fill(frame.channelId)
        if (frame.ref === undefined) this.listener.onSubscribed?.(frame.channelId, frame.seq)
        break
      case 'ack':
        this.#pending.settle(frame)
        break
      case 'error':
        if (this.#ready) this.#pending.settle(frame)
        else this.#onHelloRefused(frame)
        break
      case 'typing':
        this.listener.onTyping(frame.channelId, frame.userId)
        break
      case 'presence':
        this.listener.onPresence?.(frame.userId, frame.status)
        break
      case 'read':
        this.#onRead(frame.channelId, frame.seq)
        break
      case 'unsubscribed':
        if (frame.ref === undefined) this.#onUnsubscribed(frame.channelId)
        break
      case 'draining':
      case 'pong':
        break
    }
  }

  /** Before the welcome nothing but the hello waits for an answer. Refused for good, it ends with the connect time-out. */
  #onHelloRefused({ code, retryAfterMs = HELLO_RETRY_MS }: ErrorFrame): void {
    if (code === 'BUSY' || code === 'UNAVAILABLE') this.#retryHello(retryAfterMs)
  }

  #onRead(channelId: string, seq: number): void {
    if (seq <= (this.#readSeqs.get(channelId) ?? -1)) return
    this.#readSeqs.set(channelId, seq)
    this.listener.onRead?.(channelId, seq)
  }

  #onUnsubscribed(channelId: string): void {
    this.#cursors.unfollow(channelId)
    this.#subscriptions.delete(channelId)
    this.listener.onUnsubscribed?.(channelId)
  }

  #onWelcome(welcome: WelcomeFrame): void {
    this.#ready = true
    clearTimeout(this.#helloTimer)
    for (const { channelId, seq } of welcome.channels) {
      // of a channel that is followed, `reset` says it when the log ends earlier than it did
      if (this.#cursors.follows(channelId)) this.#cursors.raiseHead(channelId, seq)
      else this.#cursors.truncate(channelId, seq)
      this.#subscriptions.delete(channelId)
      // followed since hello was said: the server does not know from where on
      if (this.#resumed[channelId] === undefined) this.#fill(channelId)
    }
    for (const channelId of this.#subscriptions) this.#subscribe(channelId)
    this.listener.onWelcome(welcome)
  }

  #onEvent(event: ChannelEvent): void {
    const head = this.#cursors.head(event.channelId)
    if (event.seq > head) this.#notifyNewest(event, head !== -1 && event.seq > head + 1)
    switch (this.#cursors.judge(event)) {
      case 'deliver':
        this.#deliver(event)
        break
      case 'gap':
        this.#fill(event.channelId)
        break
      case 'drop':
        break
    }
  }

  #notifyNewest(event: ChannelEvent, skipped: boolean): void {
    try {
      this.listener.onNewestEvent(event, skipped)
    } catch (error) {
      console.error('an event could not be noted', event.event, error)
    }
  }

  /** An event that the listener stumbles over must not stop the channel: what it shows is loaded anew. */
  #deliver(event: ChannelEvent): void {
    try {
      this.listener.onEvent(event)
    } catch (error) {
      console.error('an event could not be applied', event.event, error)
      this.#reset(event.channelId, event.seq, false)
    }
  }

  #onReset(channelId: string, seq: number): void {
    const isAhead = this.#cursors.truncate(channelId, seq)
    if (isAhead) this.#readSeqs.delete(channelId)
    if (isAhead || this.#cursors.follows(channelId)) this.#reset(channelId, seq, isAhead)
  }

  #reset(channelId: string, seq: number, isAhead: boolean): void {
    this.#cursors.unfollow(channelId)
    this.listener.onReset(channelId, seq, isAhead)
  }

  /** Fetches what lies between the cursor and the head. Live events meanwhile raise the head, so none is forgotten. */
  #fill(channelId: string): void {
    if (this.#filling.has(channelId) || !this.#isBehind(channelId)) return
    this.#filling.add(channelId)
    void this.#fillUntilCurrent(channelId).finally(() => this.#filling.delete(channelId))
  }

  async #fillUntilCurrent(channelId: string): Promise<void> {
    while (this.#isBehind(channelId)) {
      const after = this.#cursors.cursor(channelId) ?? -1
      const head = this.#cursors.head(channelId)
      const events = await this.fillGap(channelId, after, head).catch(() => [])
      if (!this.#isBehind(channelId)) return
      if (events === 'reset') {
        this.#reset(channelId, head, false)
        return
      }
      for (const event of events) {
        if (this.#cursors.judge(event) === 'deliver') this.#deliver(event)
      }
      if (this.#cursors.cursor(channelId) === after) await pause(REFILL_DELAY_MS)
    }
  }

  #isBehind(channelId: string): boolean {
    const cursor = this.#cursors.cursor(channelId)
    return cursor !== undefined && this.#cursors.head(channelId) > cursor
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
