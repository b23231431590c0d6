import type { AckFrame, ErrorCode, ErrorFrame } from './frames.ts'

/** The server understood the command and said no. */
export class CommandRefused extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly retryAfterMs: number | undefined,
    /** Whether the same `clientMessageId` was accepted before, with another content. */
    readonly isTakenKey = false,
  ) {
    super(message)
  }

  /** Whether the same command may well succeed later. */
  get isTemporary(): boolean {
    return this.code === 'RATE_LIMITED' || this.code === 'BUSY' || this.code === 'UNAVAILABLE'
  }
}

/** There was no answer; the command may have been carried out or not. */
export class ConnectionLost extends Error {}

const ANSWER_TIMEOUT_MS = 15_000

type Waiting = {
  resolve(ack: AckFrame): void
  reject(error: Error): void
  timer: ReturnType<typeof setTimeout>
}

/** Matches answers to commands by `ref`. */
export class PendingRequests {
  readonly #waiting = new Map<string, Waiting>()
  #next = 1

  expect(): { ref: string; answer: Promise<AckFrame> } {
    const ref = String(this.#next++)
    const answer = new Promise<AckFrame>((resolve, reject) => {
      const timer = setTimeout(() => this.#take(ref)?.reject(new ConnectionLost()), ANSWER_TIMEOUT_MS)
      this.#waiting.set(ref, { resolve, reject, timer })
    })
    return { ref, answer }
  }

  settle(frame: AckFrame | ErrorFrame): void {
    const waiting = frame.ref === undefined ? undefined : this.#take(frame.ref)
    if (!waiting) return
    if (frame.type === 'ack') waiting.resolve(frame)
    else {
      const { code, message, retryAfterMs, first } = frame
      waiting.reject(new CommandRefused(code, message, retryAfterMs, first !== undefined))
    }
  }

  rejectAll(): void {
    for (const ref of [...this.#waiting.keys()]) this.#take(ref)?.reject(new ConnectionLost())
  }

  #take(ref: string): Waiting | undefined {
    const waiting = this.#waiting.get(ref)
    this.#waiting.delete(ref)
    if (waiting) clearTimeout(waiting.timer)
    return waiting
  }
}
