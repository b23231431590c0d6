import type { ChannelEvent } from './channelEvent.ts'

/** What to do with an event of a followed channel. */
export type Verdict = 'deliver' | 'drop' | 'gap'

/**
 * Where this client stands in each channel. `seq` has no gaps, so order, duplicates and losses are all seen from it: an
 * event at or before the cursor was delivered already, the next one is due, anything later means that something is
 * missing.
 */
export class ChannelCursors {
  readonly #cursors = new Map<string, number>()
  readonly #heads = new Map<string, number>()

  follow(channelId: string, seq: number): void {
    this.#cursors.set(channelId, seq)
    this.raiseHead(channelId, seq)
  }

  unfollow(channelId: string): void {
    this.#cursors.delete(channelId)
  }

  follows(channelId: string): boolean {
    return this.#cursors.has(channelId)
  }

  /** The last event that was delivered; undefined when the channel is not followed. */
  cursor(channelId: string): number | undefined {
    return this.#cursors.get(channelId)
  }

  /** The newest event known to exist; -1 when none is. */
  head(channelId: string): number {
    return this.#heads.get(channelId) ?? -1
  }

  raiseHead(channelId: string, seq: number): void {
    if (seq > this.head(channelId)) this.#heads.set(channelId, seq)
  }

  /**
   * The server says where the channel's log ends now. Behind what was known, as after a restored backup, nothing of what
   * came after it counts any more.
   *
   * @returns whether more was known than the log has
   */
  truncate(channelId: string, seq: number): boolean {
    const isAhead = (this.#cursors.get(channelId) ?? this.head(channelId)) > seq
    if (isAhead) this.#heads.set(channelId, seq)
    else this.raiseHead(channelId, seq)
    return isAhead
  }

  /** Judges an event, and counts it as delivered when it is due. */
  judge(event: Pick<ChannelEvent, 'channelId' | 'seq'>): Verdict {
    this.raiseHead(event.channelId, event.seq)
    const cursor = this.#cursors.get(event.channelId)
    if (cursor === undefined || event.seq <= cursor) return 'drop'
    if (event.seq > cursor + 1) return 'gap'
    this.#cursors.set(event.channelId, event.seq)
    return 'deliver'
  }

  /** For `hello`: the cursor of each followed channel. */
  resume(): Record<string, number> {
    return Object.fromEntries(this.#cursors)
  }

  clear(): void {
    this.#cursors.clear()
    this.#heads.clear()
  }
}
