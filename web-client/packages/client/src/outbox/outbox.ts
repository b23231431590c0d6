import type { AckFrame, CommandFrame, ErrorCode } from '../realtime/frames.ts'
import { CommandRefused } from '../realtime/pendingRequests.ts'
import { newClientMessageId } from './clientMessageId.ts'

const KEY_TAKEN = 'KEY_TAKEN'

/** A message of one's own that the log has not shown back yet. */
export interface OutboxEntry {
  /** The idempotency key: however often it is sent, it is one message. */
  clientMessageId: string
  accountId: string
  channelId: string
  body: string
  replyTo: string | null
  /** When it was written, in milliseconds of the epoch; entries of a channel are sent in this order. */
  writtenAt: number
  state: 'pending' | 'accepted' | 'failed'
  /** Why it failed: a code of the server, or KEY_TAKEN where the message stands in the log with another text. */
  failure?: ErrorCode | typeof KEY_TAKEN
  /** Its place, once accepted. */
  seq?: number
  messageId?: string
}

/** Where entries outlive the page. Writes are in order; a failing store costs durability, never the message itself. */
export interface OutboxStorage {
  load(accountId: string): Promise<OutboxEntry[]>
  save(entry: OutboxEntry): Promise<void>
  remove(clientMessageId: string): Promise<void>
}

export interface OutboxTransport {
  readonly isOnline: boolean
  request(frame: CommandFrame): Promise<AckFrame>
}

const DEFAULT_PAUSE_MS = 1_000

/**
 * Sends what was written, in order per channel, until the server has answered: over reconnections and, with a durable
 * storage, over reloads. At least once from here, exactly once in the log, because the server knows `clientMessageId`.
 */
export class Outbox {
  #entries: OutboxEntry[] = []
  readonly #sending = new Set<string>()
  readonly #shownSeqs = new Map<string, number>()

  constructor(
    private readonly accountId: string,
    private readonly storage: OutboxStorage,
    private readonly transport: OutboxTransport,
    private readonly onChange: (entries: readonly OutboxEntry[]) => void,
  ) {}

  /** Takes over what an earlier page left behind. */
  async restore(): Promise<void> {
    const stored = await this.storage.load(this.accountId).catch(() => [])
    const known = new Set(this.#entries.map((entry) => entry.clientMessageId))
    this.#entries = [...stored.filter((entry) => !known.has(entry.clientMessageId)), ...this.#entries]
    this.#entries.sort((a, b) => a.writtenAt - b.writtenAt)
    this.#changed()
    this.flush()
  }

  add(entry: Pick<OutboxEntry, 'clientMessageId' | 'channelId' | 'body' | 'replyTo' | 'writtenAt'>): void {
    const pending: OutboxEntry = { ...entry, accountId: this.accountId, state: 'pending' }
    this.#entries = [...this.#entries, pending]
    this.#changed()
    // saved before it is sent: a page that dies in between sends it again
    void this.#save(pending).then(() => this.#flushChannel(pending.channelId))
  }

  /**
   * Sends a failed one again. Where its key stands for another text, and where the message that it answered is gone, that
   * can only be as a message of its own.
   */
  retry(clientMessageId: string): void {
    const failed = this.#entries.find((entry) => entry.clientMessageId === clientMessageId)
    if (failed && isOnlyPossibleAnew(failed)) {
      const { channelId, body, replyTo } = failed
      this.discard(clientMessageId)
      this.add({
        clientMessageId: newClientMessageId(),
        channelId,
        body,
        replyTo: failed.failure === KEY_TAKEN ? replyTo : null,
        writtenAt: Date.now(),
      })
      return
    }
    const entry = this.#update(clientMessageId, { state: 'pending' })
    if (!entry) return
    void this.#save(entry).then(() => this.#flushChannel(entry.channelId))
  }

  discard(clientMessageId: string): void {
    this.#entries = this.#entries.filter((entry) => entry.clientMessageId !== clientMessageId)
    this.#changed()
    void this.storage.remove(clientMessageId).catch(() => undefined)
  }

  /** The channel is shown up to `seq`: entries accepted up to there are seen as messages now. */
  shownUpTo(channelId: string, seq: number): void {
    this.#shownSeqs.set(channelId, seq)
    const isShown = (entry: OutboxEntry) =>
      entry.channelId === channelId && entry.seq !== undefined && entry.seq <= seq
    if (!this.#entries.some(isShown)) return
    this.#entries = this.#entries.filter((entry) => !isShown(entry))
    this.#changed()
  }

  /** The channel's log ends at `seq` now, as after a restored backup: what was accepted after it was lost, and is sent again. */
  rewound(channelId: string, seq: number): void {
    this.#shownSeqs.set(channelId, seq)
    const lost = this.#entries.filter(
      (entry) => entry.channelId === channelId && entry.seq !== undefined && entry.seq > seq,
    )
    for (const { seq: _, messageId: __, ...entry } of lost) {
      const pending: OutboxEntry = { ...entry, state: 'pending' }
      this.#entries = this.#entries.map((known) =>
        known.clientMessageId === pending.clientMessageId ? pending : known,
      )
      void this.#save(pending)
    }
    if (lost.length === 0) return
    this.#changed()
    void this.#flushChannel(channelId)
  }

  /**
   * The log showed the message, perhaps before its ack came. With another text it is not what was written here.
   *
   * @param body null where it is deleted by now
   */
  shown(clientMessageId: string, body: string | null): void {
    const entry = this.#entries.find((candidate) => candidate.clientMessageId === clientMessageId)
    if (entry && (body === null || isSameText(entry.body, body))) this.discard(clientMessageId)
  }

  flush(): void {
    for (const channelId of new Set(this.#entries.map((entry) => entry.channelId))) {
      void this.#flushChannel(channelId)
    }
  }

  async #flushChannel(channelId: string): Promise<void> {
    if (this.#sending.has(channelId)) return
    this.#sending.add(channelId)
    try {
      for (let next = this.#nextOf(channelId); next; next = this.#nextOf(channelId)) {
        if (!this.transport.isOnline || !(await this.#sendOne(next))) return
      }
    } finally {
      this.#sending.delete(channelId)
    }
  }

  /** @returns whether to go on with the channel's next entry */
  async #sendOne(entry: OutboxEntry): Promise<boolean> {
    const { channelId, clientMessageId, body, replyTo } = entry
    try {
      const ack = await this.transport.request({
        type: 'send',
        channelId,
        clientMessageId,
        body,
        ...(replyTo === null ? {} : { replyTo }),
      })
      this.#update(clientMessageId, {
        state: 'accepted',
        seq: ack.seq,
        ...(ack.messageId === undefined ? {} : { messageId: ack.messageId }),
      })
      void this.storage.remove(clientMessageId).catch(() => undefined)
      if (ack.seq <= (this.#shownSeqs.get(channelId) ?? -1)) this.discard(clientMessageId)
      return true
    } catch (error) {
      // a lost connection: the next welcome flushes again
      if (!(error instanceof CommandRefused)) return this.transport.isOnline
      if (error.isTemporary) {
        await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs ?? DEFAULT_PAUSE_MS))
        return true
      }
      const failed = this.#update(clientMessageId, {
        state: 'failed',
        failure: error.isTakenKey ? KEY_TAKEN : error.code,
      })
      if (failed) void this.#save(failed)
      return true
    }
  }

  #nextOf(channelId: string): OutboxEntry | undefined {
    return this.#entries.find((entry) => entry.channelId === channelId && entry.state === 'pending')
  }

  #update(clientMessageId: string, change: Partial<OutboxEntry>): OutboxEntry | undefined {
    let updated: OutboxEntry | undefined
    this.#entries = this.#entries.map((entry) => {
      if (entry.clientMessageId !== clientMessageId) return entry
      updated = { ...entry, ...change }
      return updated
    })
    this.#changed()
    return updated
  }

  #save(entry: OutboxEntry): Promise<void> {
    return this.storage.save(entry).catch(() => undefined)
  }

  #changed(): void {
    this.onChange(this.#entries)
  }
}

/** Its key stands for another text, or the message that it answers was deleted. */
export function isOnlyPossibleAnew({ failure, replyTo }: OutboxEntry): boolean {
  return failure === KEY_TAKEN || (failure === 'CONFLICT' && replyTo !== null)
}

/** The server keeps texts in normalisation form C and with plain line ends. */
function isSameText(written: string, logged: string): boolean {
  const kept = (text: string) => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()
  return kept(written) === kept(logged)
}
