import type { SignalFrame } from '@tidings/client'

type OwnStatus = Extract<SignalFrame, { type: 'presence' }>['status']

/** Whoever looks at another page for a moment has not gone away. */
const HIDDEN_MS = 60_000
/** Nothing was touched for so long. */
const IDLE_MS = 5 * 60_000
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Tells the server whether somebody is at this device. */
export class OwnPresence {
  #status: OwnStatus = 'ONLINE'
  #timer: ReturnType<typeof setTimeout> | undefined
  #touchedAt = Date.now()

  constructor(private readonly tell: (status: OwnStatus) => void) {}

  get status(): OwnStatus {
    return this.#status
  }

  start(): void {
    document.addEventListener('visibilitychange', this.#seen)
    for (const touch of TOUCHES) window.addEventListener(touch, this.#touched, { passive: true })
    this.#seen()
  }

  stop(): void {
    clearTimeout(this.#timer)
    document.removeEventListener('visibilitychange', this.#seen)
    for (const touch of TOUCHES) window.removeEventListener(touch, this.#touched)
  }

  /** Each new session begins as one that is there. */
  welcomed(): void {
    if (this.#status !== 'ONLINE') this.tell(this.#status)
  }

  readonly #seen = () => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (document.visibilityState === 'visible') this.#touched()
    else this.#timer = setTimeout(() => this.#change('AWAY'), HIDDEN_MS)
  }

  /** The mouse moves often; only the first time changes anything. */
  readonly #touched = () => {
    this.#touchedAt = Date.now()
    if (this.#status === 'ONLINE' && this.#timer !== undefined) return
    this.#change('ONLINE')
    this.#awaitIdleness(IDLE_MS)
  }

  #awaitIdleness(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const left = this.#touchedAt + IDLE_MS - Date.now()
      if (left > 0) this.#awaitIdleness(left)
      else this.#change('AWAY')
    }, ms)
  }

  #change(status: OwnStatus): void {
    if (status === 'AWAY') this.#timer = undefined
    if (this.#status === status) return
    this.#status = status
    this.tell(status)
  }
}
