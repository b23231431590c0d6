import type { ChannelEvent } from '@tidings/client'
import type { ChannelFollower } from '../app/followedEvents.ts'
import { applyEvent } from '../timeline/applyEvent.ts'
import { timelineOf } from '../timeline/timelineStore.ts'
import { loadPins, setPin } from './pinQueries.ts'
import { NO_PINS, usePins } from './pinsStore.ts'

/** Keeps the pins of one channel true while they are shown. */
export class PinsKeeper implements ChannelFollower {
  /** Rises whenever an answer that is on its way is not wanted any more. */
  #generation = 0
  #seq = -1

  constructor(
    private readonly channelId: string,
    private readonly selfId: string,
    private readonly pinsOf = loadPins,
    private readonly set = setPin,
  ) {}

  open(): void {
    usePins.setState(NO_PINS)
    void this.load()
  }

  close(): void {
    this.#generation++
    usePins.setState(NO_PINS)
  }

  onEvent(event: ChannelEvent): void {
    if (event.channelId !== this.channelId) return
    const { messages, state } = usePins.getState()
    // the event does not say what stands in the message, and a list that is on its way may know less than the event
    if (event.event === 'MessagePinned' || state === 'loading') {
      void this.load(event.seq)
      return
    }
    const window = { seq: this.#seq, messages, notices: [], ...ALL_THERE_IS }
    const next = applyEvent(window, event, this.selfId)
    this.#seq = next.seq
    if (next.messages !== messages) {
      usePins.setState({ messages: next.messages.filter(({ pinned }) => pinned) })
    }
  }

  onReset(channelId: string, seq: number): void {
    if (channelId === this.channelId) void this.load(seq)
  }

  /** @param minSeq what the answer knows of at least */
  async load(minSeq = timelineOf(this.channelId).window?.seq ?? -1): Promise<void> {
    const generation = ++this.#generation
    try {
      const page = await this.pinsOf(this.channelId, minSeq)
      if (generation !== this.#generation) return
      this.#seq = page?.seq ?? -1
      usePins.setState({
        messages: page?.messages ?? [],
        pinnings: page?.pinnings ?? new Map(),
        state: 'ready',
      })
    } catch {
      if (generation === this.#generation) usePins.setState({ state: 'unreachable' })
    }
  }

  /**
   * Takes a pin away at once; it is back when the server refuses.
   *
   * @throws Problem
   */
  async unpin(messageId: string): Promise<void> {
    usePins.setState(({ leaving }) => ({ leaving: new Set([...leaving, messageId]) }))
    try {
      await this.set(this.channelId, messageId, false)
      usePins.setState(({ messages }) => ({ messages: messages.filter(({ id }) => id !== messageId) }))
    } finally {
      usePins.setState(({ leaving }) => ({ leaving: new Set([...leaving].filter((id) => id !== messageId)) }))
    }
  }

  /** @throws Problem */
  async pinAgain(messageId: string): Promise<void> {
    await this.set(this.channelId, messageId, true)
  }
}

/** A list of pins is never extended by what is posted. */
const ALL_THERE_IS = { hasOlder: true, hasNewer: true, startCursor: null, endCursor: null }
