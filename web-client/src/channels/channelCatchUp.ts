import { fetchAtLeast } from './channelFetching.ts'
import { isMember, seqOf } from './channelsStore.ts'
import { isHiddenSince } from './hiddenChannels.ts'

/** The read side has other work than the channels that it is behind with. */
const MOST_AT_ONCE = 3
/** For a read side that stays behind; twice as long each time. */
const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 15 * 60_000

interface Wanted {
  seq: number
  attempts: number
  /** Ends the pause before the next attempt. */
  wake?: () => void
}

/** Asks for channels of which less is known than there is, again and again until the read side has come that far. */
export class ChannelCatchUp {
  readonly #wanted = new Map<string, Wanted>()
  readonly #waiting: string[] = []
  #asking = 0

  constructor(private readonly pause = sleep) {}

  /** Has the channel known up to `seq` as soon as the read side knows it so far. */
  reach(channelId: string, seq: number): void {
    if (isReached(channelId, seq)) return
    const wanted = this.#wanted.get(channelId)
    if (wanted) {
      if (seq <= wanted.seq) return
      wanted.seq = seq
      wanted.wake?.()
      return
    }
    this.#wanted.set(channelId, { seq, attempts: 0 })
    this.#queue(channelId)
  }

  /** The channel's log may end before what was wanted of it. */
  giveUp(channelId: string): void {
    this.#wanted.delete(channelId)
  }

  #queue(channelId: string): void {
    this.#waiting.push(channelId)
    this.#askNext()
  }

  #askNext(): void {
    if (this.#asking >= MOST_AT_ONCE) return
    const channelId = this.#waiting.shift()
    if (channelId === undefined) return
    this.#asking++
    void this.#ask(channelId).finally(() => {
      this.#asking--
      this.#askNext()
    })
  }

  async #ask(channelId: string): Promise<void> {
    const wanted = this.#wanted.get(channelId)
    if (!wanted) return
    const isThere = await fetchAtLeast(channelId, wanted.seq).catch(() => true)
    if (this.#wanted.get(channelId) !== wanted) return
    if (isReached(channelId, wanted.seq) || (!isThere && !isMember(channelId))) {
      this.#wanted.delete(channelId)
      return
    }
    const ms = Math.min(FIRST_PAUSE_MS * 2 ** wanted.attempts++, LONGEST_PAUSE_MS)
    void Promise.race([this.pause(ms), woken(wanted)]).then(() => {
      if (this.#wanted.get(channelId) === wanted) this.#queue(channelId)
    })
  }
}

function woken(wanted: Wanted): Promise<void> {
  return new Promise((resolve) => {
    wanted.wake = () => {
      delete wanted.wake
      resolve()
    }
  })
}

function isReached(channelId: string, seq: number): boolean {
  return seqOf(channelId) >= seq || isHiddenSince(channelId, seq)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
