import { type ChannelEvent, Problem } from '@tidings/client'
import type { ChannelFollower } from '../app/followedEvents.ts'
import { useChannels } from '../channels/channelsStore.ts'
import { timelineOf } from '../timeline/timelineStore.ts'
import { loadThreadPage, type ThreadPage } from './threadQueries.ts'
import { NO_THREAD, useOpenThread } from './threadStore.ts'
import { threadAfter, threadOf, threadWithin, withLater } from './threadWindow.ts'

/** So many pages are loaded without being asked for: a thread ends where it is live. */
const PAGES_AT_ONCE = 20

/** Keeps one thread true: loads it from the read side and applies the live events of its channel on top. */
export class ThreadKeeper implements ChannelFollower {
  /** Events that came while the first page was on its way. */
  #waiting: ChannelEvent[] = []
  #isLive = false
  /** Rises whenever an answer that is on its way is not wanted any more. */
  #generation = 0

  constructor(
    private readonly channelId: string,
    private readonly rootId: string,
    private readonly selfId: string,
    private readonly pageOf = loadThreadPage,
  ) {}

  /** Shows what is known at once, and the rest as soon as it comes. */
  async open(): Promise<void> {
    const timeline = timelineOf(this.channelId).window
    useOpenThread.setState({
      ...NO_THREAD,
      rootId: this.rootId,
      window: threadWithin(timeline, this.rootId),
    })
    await this.load(timeline?.seq ?? -1)
  }

  close(): void {
    this.#generation++
    this.#isLive = false
    this.#waiting = []
    if (useOpenThread.getState().rootId === this.rootId) useOpenThread.setState(NO_THREAD)
  }

  onEvent(event: ChannelEvent): void {
    if (event.channelId !== this.channelId) return
    const { window } = useOpenThread.getState()
    if (!this.#isLive || !window) {
      this.#waiting.push(event)
    } else if (event.seq > window.seq + 1) {
      this.#waiting = [event]
      void this.load(event.seq)
    } else {
      useOpenThread.setState({ window: threadAfter(window, event, this.rootId, this.selfId) })
    }
  }

  onReset(channelId: string, seq: number): void {
    if (channelId === this.channelId) void this.load(seq)
  }

  /** Loads the thread from its beginning; the answer knows of `minSeq` at least. */
  async load(minSeq = timelineOf(this.channelId).window?.seq ?? -1): Promise<void> {
    this.#generation++
    this.#isLive = false
    useOpenThread.setState({ state: 'loading' })
    const readSeq = useChannels.getState().byId[this.channelId]?.readSeq
    const page = await this.#ask(null, minSeq)
    if (!page) return
    this.#isLive = true
    const window = this.#waiting.reduce(
      (known, event) => threadAfter(known, event, this.rootId, this.selfId),
      threadOf(page),
    )
    this.#waiting = []
    useOpenThread.setState({
      window,
      replyCount: page.replyCount,
      unreadAfterSeq: page.unreadCount > 0 ? readSeq : undefined,
    })
    await this.loadLater()
  }

  /** Loads the replies that are not there yet. */
  async loadLater(): Promise<void> {
    for (let pages = 0; pages < PAGES_AT_ONCE; pages++) {
      const { window } = useOpenThread.getState()
      if (!window?.hasNewer) {
        useOpenThread.setState({ state: 'ready' })
        return
      }
      const page = await this.#ask(window.endCursor, window.seq)
      if (!page) return
      const present = useOpenThread.getState().window
      if (present) {
        useOpenThread.setState({ window: withLater(present, page), replyCount: page.replyCount })
      }
    }
    useOpenThread.setState({ state: 'partial' })
  }

  async #ask(after: string | null, minSeq: number): Promise<ThreadPage | undefined> {
    const generation = this.#generation
    try {
      const page = await this.pageOf(this.channelId, this.rootId, after, minSeq)
      if (generation !== this.#generation) return undefined
      if (!page) useOpenThread.setState({ state: 'missing', window: undefined })
      // the address of a reply leads to its thread, and the pane goes there
      else if (page.root.id !== this.rootId) useOpenThread.setState({ rootId: page.root.id })
      return page?.root.id === this.rootId ? page : undefined
    } catch (error) {
      if (generation !== this.#generation) return undefined
      const isGone = error instanceof Problem && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')
      const state = isGone ? 'missing' : after === null ? 'unreachable' : 'partial'
      useOpenThread.setState(isGone ? { state, window: undefined } : { state })
      return undefined
    }
  }
}
