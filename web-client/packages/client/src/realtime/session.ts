import { ChannelCursors } from './channelCursors.ts'
import type { ChannelEvent } from './channelEvent.ts'
import { Connection, type ConnectionListener } from './connection.ts'
import type { AckFrame, CommandFrame, ErrorFrame, ServerFrame, SignalFrame, WelcomeFrame } from './frames.ts'
import { ConnectionLost, PendingAnswers } from './pendingAnswers.ts'
import type { SessionListener } from './sessionListener.ts'

/** Events of one channel after a cursor, in order and without a gap; `'reset'` when there are too many to fetch. */
export type GapFiller = (
  channelId: string,
  afterSeq: number,
  upToSeq: number,
) => Promise<ChannelEvent[] | 'reset'>

/** The read side could not help just now. Live events keep coming, and a reconnection resumes from the gap as well. */
const MEND_AGAIN_MS = 2_000
/** Where a server that is too busy to welcome anybody does not say when it may be better. */
const GREET_AGAIN_MS = 1_000

/**
 * One account's live session over however many sockets it takes: resumes each followed channel where it was, hands on
 * events exactly once and in order, and fills gaps.
 */
export class RealtimeSession {
  private readonly cursors = new ChannelCursors()
  private readonly answers = new PendingAnswers()
  private readonly connection: Connection
  private readonly filling = new Set<string>()
  /** Followed channels that the account is no member of: nobody subscribes to them by itself. */
  private readonly extra = new Set<string>()
  private readonly readSeqs = new Map<string, number>()
  private welcomed = false
  private greetTimer: ReturnType<typeof setTimeout> | undefined
  /** What the last hello asked the server to resume. */
  private resumed: Record<string, number> = {}

  constructor(
    private readonly listener: SessionListener,
    private readonly fillGap: GapFiller,
    openSocket: () => Promise<WebSocket>,
    private readonly random: () => number = Math.random,
  ) {
    const connectionListener: ConnectionListener = {
      onOpen: () => this.greet(),
      onFrame: (frame) => this.onFrame(frame),
      onLost: () => {
        this.welcomed = false
        clearTimeout(this.greetTimer)
        this.answers.loseAll()
      },
      onStatus: (status) => listener.onStatus(status),
      onUnauthenticated: () => listener.onUnauthenticated(),
    }
    this.connection = new Connection(connectionListener, openSocket, random)
  }

  start(): void {
    this.connection.start()
  }

  stop(): void {
    this.connection.stop()
    this.cursors.clear()
    this.extra.clear()
    this.readSeqs.clear()
  }

  wake(): void {
    this.connection.wake()
  }

  get isOnline(): boolean {
    return this.welcomed
  }

  /** The newest event of the channel that this session has heard of; -1 for none. */
  headOf(channelId: string): number {
    return this.cursors.head(channelId)
  }

  /**
   * From now on hand on the channel's events after `seq`.
   *
   * @param subscribe whether the server must be asked, because the account is no member of the channel
   */
  follow(channelId: string, seq: number, subscribe: boolean): void {
    this.cursors.follow(channelId, seq)
    if (subscribe) {
      this.extra.add(channelId)
      this.subscribe(channelId)
    } else {
      this.extra.delete(channelId)
    }
    this.mend(channelId)
  }

  unfollow(channelId: string): void {
    this.cursors.unfollow(channelId)
    if (this.extra.delete(channelId)) this.connection.send({ type: 'unsubscribe', channelId })
  }

  /** @throws CommandRefused when the server says no; ConnectionLost when it did not get to answer */
  request(frame: CommandFrame): Promise<AckFrame> {
    if (!this.welcomed) return Promise.reject(new ConnectionLost())
    const { ref, answer } = this.answers.expect()
    this.connection.send({ ...frame, ref })
    return answer
  }

  signal(frame: SignalFrame): void {
    if (this.welcomed) this.connection.send(frame)
  }

  private greet(): void {
    this.resumed = this.cursors.resume()
    this.connection.send({ type: 'hello', resume: this.resumed })
  }

  /** At a moment of its own, so that those who were refused together do not come back together. */
  private greetLater(retryAfterMs: number): void {
    clearTimeout(this.greetTimer)
    this.greetTimer = setTimeout(() => this.greet(), retryAfterMs * (1 + this.random()))
  }

  private subscribe(channelId: string): void {
    if (!this.welcomed) return
    const after = this.cursors.cursor(channelId)
    this.connection.send({
      type: 'subscribe',
      ref: `subscribe:${channelId}`,
      channelId,
      ...(after === undefined ? {} : { after }),
    })
  }

  private onFrame(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.onWelcome(frame)
        break
      case 'event':
        this.onEvent(frame)
        break
      case 'reset':
        this.onReset(frame.channelId, frame.seq)
        break
      case 'subscribed':
        this.cursors.sawHead(frame.channelId, frame.seq)
        if (!frame.recovered) this.mend(frame.channelId)
        if (frame.ref === undefined) this.listener.onSubscribed?.(frame.channelId, frame.seq)
        break
      case 'ack':
        this.answers.settle(frame)
        break
      case 'error':
        if (this.welcomed) this.answers.settle(frame)
        else this.onHelloRefused(frame)
        break
      case 'typing':
        this.listener.onTyping(frame.channelId, frame.userId)
        break
      case 'presence':
        this.listener.onPresence?.(frame.userId, frame.status)
        break
      case 'read':
        this.onRead(frame.channelId, frame.seq)
        break
      case 'unsubscribed':
        if (frame.ref === undefined) this.onUnsubscribed(frame.channelId)
        break
      case 'draining':
      case 'pong':
        break
    }
  }

  /** Before the welcome nothing but the hello waits for an answer. Refused for good, it ends with the connect time-out. */
  private onHelloRefused({ code, retryAfterMs = GREET_AGAIN_MS }: ErrorFrame): void {
    if (code === 'BUSY' || code === 'UNAVAILABLE') this.greetLater(retryAfterMs)
  }

  private onRead(channelId: string, seq: number): void {
    if (seq <= (this.readSeqs.get(channelId) ?? -1)) return
    this.readSeqs.set(channelId, seq)
    this.listener.onRead?.(channelId, seq)
  }

  private onUnsubscribed(channelId: string): void {
    this.cursors.unfollow(channelId)
    this.extra.delete(channelId)
    this.listener.onUnsubscribed?.(channelId)
  }

  private onWelcome(welcome: WelcomeFrame): void {
    this.welcomed = true
    clearTimeout(this.greetTimer)
    for (const { channelId, seq } of welcome.channels) {
      // of a channel that is followed, `reset` says it when the log ends earlier than it did
      if (this.cursors.follows(channelId)) this.cursors.sawHead(channelId, seq)
      else this.cursors.endsAt(channelId, seq)
      this.extra.delete(channelId)
      // followed since hello was said: the server does not know from where on
      if (this.resumed[channelId] === undefined) this.mend(channelId)
    }
    for (const channelId of this.extra) this.subscribe(channelId)
    this.listener.onWelcome(welcome)
  }

  private onEvent(event: ChannelEvent): void {
    const head = this.cursors.head(event.channelId)
    if (event.seq > head) this.glimpse(event, head !== -1 && event.seq > head + 1)
    switch (this.cursors.judge(event)) {
      case 'deliver':
        this.deliver(event)
        break
      case 'gap':
        this.mend(event.channelId)
        break
      case 'drop':
        break
    }
  }

  private glimpse(event: ChannelEvent, skipped: boolean): void {
    try {
      this.listener.onGlimpse(event, skipped)
    } catch (error) {
      console.error('an event could not be noted', event.event, error)
    }
  }

  /** An event that the listener stumbles over must not stop the channel: what it shows is loaded anew. */
  private deliver(event: ChannelEvent): void {
    try {
      this.listener.onEvent(event)
    } catch (error) {
      console.error('an event could not be applied', event.event, error)
      this.startOver(event.channelId, event.seq, false)
    }
  }

  private onReset(channelId: string, seq: number): void {
    const isAhead = this.cursors.endsAt(channelId, seq)
    if (isAhead) this.readSeqs.delete(channelId)
    if (isAhead || this.cursors.follows(channelId)) this.startOver(channelId, seq, isAhead)
  }

  private startOver(channelId: string, seq: number, isAhead: boolean): void {
    this.cursors.unfollow(channelId)
    this.listener.onReset(channelId, seq, isAhead)
  }

  /** Fetches what lies between the cursor and the head. Live events meanwhile raise the head, so none is forgotten. */
  private mend(channelId: string): void {
    if (this.filling.has(channelId) || !this.isBehind(channelId)) return
    this.filling.add(channelId)
    void this.mendUntilWhole(channelId).finally(() => this.filling.delete(channelId))
  }

  private async mendUntilWhole(channelId: string): Promise<void> {
    while (this.isBehind(channelId)) {
      const after = this.cursors.cursor(channelId) ?? -1
      const head = this.cursors.head(channelId)
      const events = await this.fillGap(channelId, after, head).catch(() => [])
      if (!this.isBehind(channelId)) return
      if (events === 'reset') {
        this.startOver(channelId, head, false)
        return
      }
      for (const event of events) {
        if (this.cursors.judge(event) === 'deliver') this.deliver(event)
      }
      if (this.cursors.cursor(channelId) === after) await pause(MEND_AGAIN_MS)
    }
  }

  private isBehind(channelId: string): boolean {
    const cursor = this.cursors.cursor(channelId)
    return cursor !== undefined && this.cursors.head(channelId) > cursor
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
