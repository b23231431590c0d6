import type { ChannelEvent, RealtimeSession } from '@tidings/client'
import { isStale, Problem } from '@tidings/client'
import { isMember } from '../channels/channelsStore.ts'
import { loadMemberNames } from '../people/loadMemberNames.ts'
import { isKnown } from '../people/peopleStore.ts'
import { applyEvent } from './applyEvent.ts'
import { namedBy } from './namedBy.ts'
import { type Notice, namedIn, noticeOf } from './notice.ts'
import { loadAuthorName, loadPage, type Neighbours, PAGE_SIZE, type Piece } from './timelineQueries.ts'
import { dropTimeline, timelineOf, updateTimeline } from './timelineStore.ts'
import { type TimelinePage, type TimelineWindow, windowOf, withNewer, withOlder } from './timelineWindow.ts'

/** For a read side that does not know a channel of one's own yet; twice as long each time. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/** What an earlier visit left of a timeline. */
interface Kept {
  savedAt: number
  window: TimelineWindow
}

/** Timelines kept in memory; beyond that the longest unseen one goes. */
const KEPT = 8

/**
 * Keeps the loaded timelines true: loads pages from the read side, applies live events on top, and starts over when the
 * session says that too much was missed.
 */
export class TimelineKeeper {
  /** Most recently opened last. */
  #opened: string[] = []
  /** Rises whenever what is on its way for a channel is not wanted any more. */
  readonly #generations = new Map<string, number>()
  readonly #loading = new Set<string>()
  /** What happened in a channel while more of it was on its way, for each page that is. */
  readonly #meanwhile = new Map<string, Set<ChannelEvent[]>>()

  constructor(
    private readonly selfId: string,
    private readonly session: RealtimeSession,
    private readonly shownUpTo: (channelId: string, seq: number) => void,
    private readonly keptOf: (channelId: string) => Promise<Kept | undefined>,
    private readonly pageOf = loadPage,
    private readonly pause = sleep,
  ) {}

  /** Makes the channel's timeline present, at its newest messages unless it was open before or is on its way. */
  open(channelId: string): void {
    this.#keep(channelId)
    const { state, window } = timelineOf(channelId)
    if (this.#loading.has(channelId) || (window && state !== 'unreachable')) return
    if (!window) void this.#showKept(channelId)
    void this.#load(channelId, { last: PAGE_SIZE })
  }

  /** Shows what an earlier visit left, until the server's answer is there. */
  async #showKept(channelId: string): Promise<void> {
    const kept = await this.keptOf(channelId)
    const { window, state } = timelineOf(channelId)
    if (!kept || window || state === 'missing' || !this.#isOpen(channelId)) return
    updateTimeline(channelId, { window: kept.window, state: 'ready', keptAt: kept.savedAt })
  }

  /** Forgets the channel's timeline. What is on its way for it comes too late. */
  close(channelId: string): void {
    this.#opened = this.#opened.filter((id) => id !== channelId)
    this.#nextGeneration(channelId)
    this.#loading.delete(channelId)
    this.session.unfollow(channelId)
    dropTimeline(channelId)
  }

  /** Brings a message into view, wherever in the channel's history it is; the newest ones, and why, when it is nowhere. */
  async goTo(channelId: string, messageId: string): Promise<void> {
    this.#keep(channelId)
    const target = { messageId, at: Date.now() }
    const { window } = timelineOf(channelId)
    if (!window?.messages.some((message) => message.id === messageId)) {
      await this.#load(channelId, { around: messageId })
    }
    if (!this.#isOpen(channelId)) return
    const { state, window: loaded } = timelineOf(channelId)
    const found = loaded?.messages.find((message) => message.id === messageId)
    if (found || state === 'unreachable') {
      const isDeleted = found?.body === null
      updateTimeline(channelId, { target, lost: isDeleted ? { messageId, why: 'deleted' } : undefined })
    } else {
      updateTimeline(channelId, { lost: { messageId, why: 'missing' } })
    }
  }

  async goToLatest(channelId: string): Promise<void> {
    if (!this.#isOpen(channelId)) return
    updateTimeline(channelId, { target: undefined })
    if (timelineOf(channelId).window?.hasNewer) await this.#load(channelId, { last: PAGE_SIZE })
  }

  async loadOlder(channelId: string): Promise<void> {
    const { window, loadingOlder } = timelineOf(channelId)
    if (!window?.hasOlder || loadingOlder || window.startCursor === null) return
    await this.#extend(
      channelId,
      'loadingOlder',
      { last: PAGE_SIZE, before: window.startCursor },
      withOlder,
      {
        upToSeq: window.messages[0]?.seq,
      },
    )
  }

  async loadNewer(channelId: string): Promise<void> {
    const { window, loadingNewer } = timelineOf(channelId)
    if (!window?.hasNewer || loadingNewer || window.endCursor === null) return
    await this.#extend(channelId, 'loadingNewer', { first: PAGE_SIZE, after: window.endCursor }, withNewer, {
      afterSeq: window.messages.at(-1)?.seq,
    })
  }

  /** The next event of a followed channel. */
  apply(event: ChannelEvent): void {
    const { window, keptAt } = timelineOf(event.channelId)
    if (!window || keptAt !== undefined) return
    for (const events of this.#meanwhile.get(event.channelId) ?? []) events.push(event)
    this.#loadMissingNames(event)
    this.#show(event.channelId, applyEvent(window, event, this.selfId))
  }

  /**
   * What is shown cannot be mended.
   *
   * @param seq what the answer must know of at least; the log's end for `isAhead`
   * @param isAhead whether the log ends before what is shown: then nothing of it is shown any more
   */
  reload(channelId: string, seq = -1, isAhead = false): void {
    if (!this.#isOpen(channelId)) return
    if (isAhead) dropTimeline(channelId)
    void this.#load(channelId, { last: PAGE_SIZE }, seq)
  }

  /** Timelines that could not be loaded while the server was away get another chance. */
  reconnected(): void {
    for (const channelId of this.#opened) {
      const { state, keptAt } = timelineOf(channelId)
      if (this.#loading.has(channelId)) continue
      if (state === 'unreachable' || keptAt !== undefined || (state === 'missing' && isMember(channelId))) {
        void this.#load(channelId, { last: PAGE_SIZE })
      }
    }
  }

  /** What could not be seen before can be now. */
  joined(channelId: string): void {
    if (this.#isOpen(channelId) && timelineOf(channelId).state === 'missing') {
      void this.#load(channelId, { last: PAGE_SIZE })
    }
  }

  #isOpen(channelId: string): boolean {
    return this.#opened.includes(channelId)
  }

  #keep(channelId: string): void {
    this.#opened = [...this.#opened.filter((id) => id !== channelId), channelId]
    for (const old of this.#opened.slice(0, -KEPT)) this.close(old)
  }

  #nextGeneration(channelId: string): number {
    const generation = (this.#generations.get(channelId) ?? 0) + 1
    this.#generations.set(channelId, generation)
    return generation
  }

  async #load(channelId: string, piece: Piece, atLeast = -1, attempt = 0): Promise<void> {
    const generation = this.#nextGeneration(channelId)
    const isWanted = () => this.#generations.get(channelId) === generation
    this.#loading.add(channelId)
    // a page that was on its way for what is replaced now does not come any more
    updateTimeline(channelId, { loadingOlder: false, loadingNewer: false })
    if (!timelineOf(channelId).window) updateTimeline(channelId, { state: 'loading' })
    const minSeq = Math.max(atLeast, this.session.headOf(channelId))
    try {
      const page = await this.#freshestPageOf(channelId, piece, minSeq)
      if (!isWanted()) return
      if (!page && isMember(channelId)) {
        await this.pause(Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS))
        if (isWanted()) await this.#load(channelId, piece, atLeast, attempt + 1)
        return
      }
      if (!page) {
        updateTimeline(channelId, { state: 'missing', window: undefined, keptAt: undefined })
        return
      }
      this.#show(channelId, windowOf(page))
      this.#loadNamesIn(page.notices, channelId, page.seq)
      this.session.follow(channelId, page.seq, !isMember(channelId))
    } catch (error) {
      if (!isWanted()) return
      const isGone = error instanceof Problem && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')
      if (isGone && 'around' in piece) await this.#load(channelId, { last: PAGE_SIZE }, atLeast)
      else if (isGone) updateTimeline(channelId, { state: 'missing', window: undefined, keptAt: undefined })
      else if (timelineOf(channelId).keptAt === undefined) updateTimeline(channelId, { state: 'unreachable' })
    } finally {
      if (isWanted()) this.#loading.delete(channelId)
    }
  }

  async #extend(
    channelId: string,
    flag: 'loadingOlder' | 'loadingNewer',
    piece: Piece,
    extended: typeof withOlder | typeof withNewer,
    neighbours: Neighbours,
  ): Promise<void> {
    const generation = this.#generations.get(channelId)
    updateTimeline(channelId, { [flag]: true })
    const minSeq = timelineOf(channelId).window?.seq ?? -1
    const meanwhile = this.#collect(channelId)
    const page = await this.pageOf(channelId, piece, minSeq, neighbours)
      .catch(() => undefined)
      .finally(() => meanwhile.end())
    const { window } = timelineOf(channelId)
    if (!window || this.#generations.get(channelId) !== generation) return
    updateTimeline(channelId, { [flag]: false })
    if (!page) return
    this.#show(channelId, extended(window, pageAfter(page, meanwhile.events, this.selfId)))
    this.#loadNamesIn(page.notices, channelId, page.seq)
  }

  #collect(channelId: string): { events: readonly ChannelEvent[]; end(): void } {
    const events: ChannelEvent[] = []
    const collecting = this.#meanwhile.get(channelId) ?? new Set()
    this.#meanwhile.set(channelId, collecting.add(events))
    return {
      events,
      end: () => {
        collecting.delete(events)
        if (collecting.size === 0) this.#meanwhile.delete(channelId)
      },
    }
  }

  #show(channelId: string, window: TimelineWindow): void {
    updateTimeline(channelId, { window, state: 'ready', keptAt: undefined })
    if (!window.hasNewer) this.shownUpTo(channelId, window.seq)
  }

  /** Their names follow; meanwhile the line stands without. */
  #loadMissingNames(event: ChannelEvent): void {
    const { channelId, seq, actorId } = event
    const named = namedBy(event).filter((id) => !isKnown(id))
    if (named.length > 0) loadMemberNames(channelId, named, seq).catch(() => undefined)
    if (event.event === 'MessagePosted' || event.event === 'MessageImported') {
      if (actorId === null || isKnown(actorId)) return
      loadAuthorName(event.data.messageId, { channelId, seq }).catch(() => undefined)
      return
    }
    const notice = noticeOf(event)
    if (notice) this.#loadNamesIn([notice], channelId, seq)
  }

  #loadNamesIn(notices: readonly Notice[], channelId: string, seq: number): void {
    const strangers = notices.flatMap(namedIn).filter((id) => !isKnown(id))
    if (strangers.length > 0) loadMemberNames(channelId, strangers, seq).catch(() => undefined)
  }

  /** What the read side has when it lags: better than nothing, and the session catches up on what it lacks. */
  async #freshestPageOf(channelId: string, piece: Piece, minSeq: number): Promise<TimelinePage | undefined> {
    try {
      return await this.pageOf(channelId, piece, minSeq)
    } catch (error) {
      if (!isStale(error)) throw error
      return this.pageOf(channelId, piece, -1)
    }
  }
}

/** An answer may be older than what was told since it was asked for. */
function pageAfter(page: TimelinePage, events: readonly ChannelEvent[], selfId: string): TimelinePage {
  const { seq, messages, notices } = events.reduce(
    (window, event) => applyEvent(window, event, selfId),
    windowOf(page),
  )
  return { ...page, seq, messages, notices }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
