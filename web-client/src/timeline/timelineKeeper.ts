import { isMember } from '../channels/channelsStore.ts'
import { isStale } from '../graphql/query.ts'
import { isKnown } from '../people/peopleStore.ts'
import type { ChannelEvent } from '../realtime/channelEvent.ts'
import type { RealtimeSession } from '../realtime/session.ts'
import { Problem } from '../rest/problem.ts'
import { applyEvent } from './applyEvent.ts'
import { loadPage, meetAuthor, PAGE_SIZE, type Piece } from './timelineQueries.ts'
import { dropTimeline, timelineOf, updateTimeline } from './timelineStore.ts'
import { type TimelinePage, type TimelineWindow, windowOf, withNewer, withOlder } from './timelineWindow.ts'

/** Timelines kept in memory; beyond that the longest unseen one goes. */
const KEPT = 8

/**
 * Keeps the loaded timelines true: loads pages from the read side, applies live events on top, and starts over when the
 * session says that too much was missed.
 */
export class TimelineKeeper {
  /** Most recently opened last. */
  private opened: string[] = []
  private readonly generations = new Map<string, number>()

  constructor(
    private readonly selfId: string,
    private readonly session: RealtimeSession,
    private readonly shownUpTo: (channelId: string, seq: number) => void,
  ) {}

  /** Makes the channel's timeline present, at its newest messages unless it was open before. */
  open(channelId: string): void {
    this.opened = [...this.opened.filter((id) => id !== channelId), channelId]
    for (const old of this.opened.splice(0, Math.max(0, this.opened.length - KEPT))) {
      this.session.unfollow(old)
      dropTimeline(old)
    }
    const { state, window } = timelineOf(channelId)
    if (!window || state === 'unreachable') void this.load(channelId, { last: PAGE_SIZE })
  }

  /** Brings a message into view, wherever in the channel's history it is. */
  async goTo(channelId: string, messageId: string): Promise<void> {
    const target = { messageId, at: Date.now() }
    const { window } = timelineOf(channelId)
    if (!window?.messages.some((message) => message.id === messageId)) {
      await this.load(channelId, { around: messageId })
    }
    updateTimeline(channelId, { target })
  }

  async goToLatest(channelId: string): Promise<void> {
    updateTimeline(channelId, { target: undefined })
    if (timelineOf(channelId).window?.hasNewer) await this.load(channelId, { last: PAGE_SIZE })
  }

  async loadOlder(channelId: string): Promise<void> {
    const { window, loadingOlder } = timelineOf(channelId)
    if (!window?.hasOlder || loadingOlder || window.startCursor === null) return
    updateTimeline(channelId, { loadingOlder: true })
    await this.extend(channelId, { last: PAGE_SIZE, before: window.startCursor }, withOlder)
    updateTimeline(channelId, { loadingOlder: false })
  }

  async loadNewer(channelId: string): Promise<void> {
    const { window, loadingNewer } = timelineOf(channelId)
    if (!window?.hasNewer || loadingNewer || window.endCursor === null) return
    updateTimeline(channelId, { loadingNewer: true })
    await this.extend(channelId, { first: PAGE_SIZE, after: window.endCursor }, withNewer)
    updateTimeline(channelId, { loadingNewer: false })
  }

  /** The next event of a followed channel. */
  apply(event: ChannelEvent): void {
    const { window } = timelineOf(event.channelId)
    if (!window) return
    const isMessage = event.event === 'MessagePosted' || event.event === 'MessageImported'
    if (isMessage && event.actorId !== null && !isKnown(event.actorId)) {
      // the name follows; meanwhile the message stands without one
      meetAuthor(event.data.messageId, { channelId: event.channelId, seq: event.seq }).catch(() => undefined)
    }
    this.show(event.channelId, applyEvent(window, event, this.selfId))
  }

  /** What is shown is too old to be mended. */
  reload(channelId: string, seq: number): void {
    void this.load(channelId, { last: PAGE_SIZE }, seq)
  }

  /** Timelines that could not be loaded while the server was away get another chance. */
  reconnected(): void {
    for (const channelId of this.opened) {
      if (timelineOf(channelId).state === 'unreachable') void this.load(channelId, { last: PAGE_SIZE })
    }
  }

  private async load(channelId: string, piece: Piece, atLeast = -1): Promise<void> {
    const generation = (this.generations.get(channelId) ?? 0) + 1
    this.generations.set(channelId, generation)
    if (!timelineOf(channelId).window) updateTimeline(channelId, { state: 'loading' })
    const minSeq = Math.max(atLeast, this.session.headOf(channelId))
    try {
      const page = await loadFreshest(channelId, piece, minSeq)
      if (this.generations.get(channelId) !== generation) return
      if (!page) {
        updateTimeline(channelId, { state: 'missing', window: undefined })
        return
      }
      this.show(channelId, windowOf(page))
      this.session.follow(channelId, page.seq, !isMember(channelId))
    } catch (error) {
      if (this.generations.get(channelId) !== generation) return
      const gone = error instanceof Problem && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')
      updateTimeline(channelId, { state: gone ? 'missing' : 'unreachable' })
    }
  }

  private async extend(
    channelId: string,
    piece: Piece,
    extended: typeof withOlder | typeof withNewer,
  ): Promise<void> {
    const generation = this.generations.get(channelId)
    const minSeq = timelineOf(channelId).window?.seq ?? -1
    const page = await loadPage(channelId, piece, minSeq).catch(() => undefined)
    const { window } = timelineOf(channelId)
    if (!page || !window || this.generations.get(channelId) !== generation) return
    this.show(channelId, extended(window, page))
  }

  private show(channelId: string, window: TimelineWindow): void {
    updateTimeline(channelId, { window, state: 'ready' })
    if (!window.hasNewer) this.shownUpTo(channelId, window.seq)
  }
}

/** What the read side has when it lags: better than nothing, and the session catches up on what it lacks. */
async function loadFreshest(
  channelId: string,
  piece: Piece,
  minSeq: number,
): Promise<TimelinePage | undefined> {
  try {
    return await loadPage(channelId, piece, minSeq)
  } catch (error) {
    if (!isStale(error)) throw error
    return loadPage(channelId, piece, -1)
  }
}
