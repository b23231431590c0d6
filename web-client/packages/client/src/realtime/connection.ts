import { backoffMs } from './backoff.ts'
import { CloseCode } from './closeCodes.ts'
import { type ClientFrame, parseServerFrame, type ServerFrame } from './frames.ts'
import type { WebSocketLike } from './webSocketLike.ts'

export type ConnectionStatus =
  | { state: 'stopped' }
  | { state: 'connecting'; attempt: number }
  | { state: 'online' }
  /** Waiting for the next attempt; `retryAt` is in milliseconds of the epoch. */
  | { state: 'waiting'; attempt: number; retryAt: number }

export interface ConnectionListener {
  /** The socket is open: say hello. */
  onOpen(): void
  onFrame(frame: ServerFrame): void
  /** The socket is gone: whatever was not answered on it stays unanswered. */
  onLost(): void
  onStatus(status: ConnectionStatus): void
  /** The server says that the credentials are no good any more. */
  onUnauthenticated(): void
}

/** `WebSocket.OPEN` */
const OPEN = 1
/** No frame for so long after a ping: the connection is dead, whatever the operating system believes. */
const PONG_TIMEOUT_MS = 8_000
/** nginx may let a socket wait 8 s for its turn, and only then comes the hello and what the server does for its welcome. */
const CONNECT_TIMEOUT_MS = 20_000

/**
 * Keeps one socket to the server alive: opens it, notices when it is dead, and opens the next one, with growing
 * pauses. It is online only after `welcome`.
 */
export class Connection {
  #socket: WebSocketLike | undefined
  #status: ConnectionStatus = { state: 'stopped' }
  #attempt = 0
  #generation = 0
  #heartbeatMs = 25_000
  #drainDelayMs: number | undefined
  #retryTimer: ReturnType<typeof setTimeout> | undefined
  #deadline: ReturnType<typeof setTimeout> | undefined
  #heartbeat: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly listener: ConnectionListener,
    private readonly openSocket: () => Promise<WebSocketLike>,
    private readonly random: () => number = Math.random,
  ) {}

  start(): void {
    if (this.#status.state === 'stopped') void this.#connect()
  }

  stop(): void {
    this.#abandon()
    this.#attempt = 0
    this.#setStatus({ state: 'stopped' })
  }

  /** Skips the pause; when a connection is thought to be up, finds out at once whether it is. */
  wake(): void {
    if (this.#status.state === 'waiting') {
      void this.#connect()
    } else if (this.#status.state === 'online') {
      this.#ping()
    }
  }

  /** The device has no network any more: what is open leads nowhere, and only another way could help. */
  lostNetwork(): void {
    if (this.#status.state !== 'online' && this.#status.state !== 'connecting') return
    this.#attempt += 1
    void this.#connect()
  }

  /** The device has a network again, perhaps another one: an attempt of before would only time out. */
  networkBack(): void {
    if (this.#status.state === 'connecting') void this.#connect()
    else this.wake()
  }

  /** @returns whether the frame was handed to an open socket; no more than that */
  send(frame: ClientFrame): boolean {
    if (this.#socket?.readyState !== OPEN) return false
    this.#socket.send(JSON.stringify(frame))
    return true
  }

  async #connect(): Promise<void> {
    this.#abandon()
    const generation = this.#generation
    this.#setStatus({ state: 'connecting', attempt: this.#attempt })
    this.#deadline = setTimeout(() => this.#lost(generation, undefined), CONNECT_TIMEOUT_MS)
    let socket: WebSocketLike
    try {
      socket = await this.openSocket()
    } catch {
      this.#lost(generation, undefined)
      return
    }
    if (generation !== this.#generation) {
      socket.close()
      return
    }
    this.#socket = socket
    socket.onopen = () => this.listener.onOpen()
    socket.onclose = (event) => this.#lost(generation, event.code)
    socket.onmessage = (event) => {
      if (generation === this.#generation) this.#received(String(event.data))
    }
    if (socket.readyState === OPEN) this.listener.onOpen()
  }

  #received(text: string): void {
    this.#expectFrames()
    const frame = parseServerFrame(text)
    if (!frame) return
    if (frame.type === 'welcome') {
      this.#attempt = 0
      this.#heartbeatMs = frame.heartbeatMs
      this.#setStatus({ state: 'online' })
      this.#expectFrames()
    } else if (frame.type === 'draining') {
      this.#drain(frame.reconnectAfterMs)
    }
    this.listener.onFrame(frame)
  }

  /** Every frame proves that the connection lives; silence is answered by a ping, and further silence by giving up. */
  #expectFrames(): void {
    if (this.#status.state !== 'online') return
    clearTimeout(this.#deadline)
    clearTimeout(this.#heartbeat)
    this.#heartbeat = setTimeout(() => this.#ping(), this.#heartbeatMs)
  }

  #ping(): void {
    clearTimeout(this.#heartbeat)
    clearTimeout(this.#deadline)
    const generation = this.#generation
    this.#deadline = setTimeout(() => this.#lost(generation, undefined), PONG_TIMEOUT_MS)
    this.send({ type: 'ping' })
  }

  /** The server is going away for an update: move over when it asks to, before it closes. */
  #drain(delayMs: number): void {
    this.#drainDelayMs = delayMs
    const generation = this.#generation
    clearTimeout(this.#retryTimer)
    this.#retryTimer = setTimeout(() => {
      if (generation === this.#generation) void this.#connect()
    }, delayMs)
  }

  #lost(generation: number, code: number | undefined): void {
    if (generation !== this.#generation) return
    const delay = this.#delayAfter(code)
    this.#abandon()
    this.#attempt += 1
    if (code === CloseCode.UNAUTHENTICATED) this.listener.onUnauthenticated()
    this.#setStatus({ state: 'waiting', attempt: this.#attempt, retryAt: Date.now() + delay })
    this.#retryTimer = setTimeout(() => void this.#connect(), delay)
  }

  #delayAfter(code: number | undefined): number {
    if (code === CloseCode.DRAINING && this.#drainDelayMs !== undefined) return this.#drainDelayMs
    if (code === CloseCode.TOO_MANY_CONNECTIONS || code === CloseCode.FORBIDDEN) {
      return backoffMs(6, this.random())
    }
    return backoffMs(this.#attempt, this.random())
  }

  #abandon(): void {
    this.#generation += 1
    clearTimeout(this.#retryTimer)
    clearTimeout(this.#deadline)
    clearTimeout(this.#heartbeat)
    this.#drainDelayMs = undefined
    const socket = this.#socket
    this.#socket = undefined
    if (!socket) return
    socket.onopen = null
    socket.onmessage = null
    socket.onclose = null
    socket.close()
    this.listener.onLost()
  }

  #setStatus(status: ConnectionStatus): void {
    this.#status = status
    this.listener.onStatus(status)
  }
}
