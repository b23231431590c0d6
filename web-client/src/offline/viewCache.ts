import { type Channel, useChannels } from '../channels/channelsStore.ts'
import { useConnection } from '../connection/connectionStore.ts'
import { isKnown, rememberPeople, usePeople } from '../people/peopleStore.ts'
import { type Timeline, useTimelines } from '../timeline/timelineStore.ts'
import { keptPart } from './keptPart.ts'
import type { KeptTimeline, ViewDatabase } from './viewDatabase.ts'

const MOST_CHANNELS = 500
const MOST_PEOPLE = 2_000
/** What changes often is written once. */
const CALM_MS = 1_000

/** Writes down what is shown, and shows it again before the network answers. */
export class ViewCache {
  #timer: ReturnType<typeof setTimeout> | undefined
  #unsubscribe: (() => void)[] = []
  #isListChanged = false
  #changed = new Set<string>()

  constructor(private readonly database: ViewDatabase) {}

  /** Shows the list of channels as it was, unless a newer one is there already. */
  async showList(): Promise<void> {
    const list = await this.database.list().catch(() => undefined)
    if (!list) return
    rememberPeople(list.people.filter((person) => !isKnown(person.id)))
    const { state, byId, joinedIds } = useChannels.getState()
    if (useConnection.getState().status.state !== 'online') {
      useConnection.setState(({ asOf }) => ({ asOf: asOf ?? list.savedAt }))
    }
    if (state === 'ready' || joinedIds) return
    // any answer of the server knows more
    const kept = list.channels.map((channel) => [channel.id, { ...channel, seq: -1, isKept: true }] as const)
    useChannels.setState({
      byId: { ...Object.fromEntries(kept), ...byId },
      joinedIds: new Set(list.joinedIds),
    })
  }

  async timeline(channelId: string): Promise<KeptTimeline | undefined> {
    return this.database.timeline(channelId).catch(() => undefined)
  }

  start(): void {
    void this.database.keepOnlyOwn().catch(() => undefined)
    this.#unsubscribe = [
      useChannels.subscribe(() => {
        this.#isListChanged = true
        this.#soon()
      }),
      useTimelines.subscribe(({ byChannel }, before) => {
        for (const [channelId, timeline] of Object.entries(byChannel)) {
          if (before.byChannel[channelId] !== timeline) this.#changed.add(channelId)
        }
        this.#soon()
      }),
    ]
    document.addEventListener('visibilitychange', this.#leaving)
  }

  stop(): void {
    clearTimeout(this.#timer)
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    document.removeEventListener('visibilitychange', this.#leaving)
  }

  /** Signed out: nothing stays on this device. */
  async clear(): Promise<void> {
    this.stop()
    await this.database.clear().catch(() => undefined)
  }

  /** A hidden page may never come back. */
  readonly #leaving = () => {
    if (document.visibilityState === 'hidden') this.#write()
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#write(), CALM_MS)
  }

  #write(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#isListChanged) this.#writeList()
    for (const channelId of this.#changed) {
      const timeline = useTimelines.getState().byChannel[channelId]
      if (timeline) void this.#writeTimeline(channelId, timeline)
    }
    this.#changed.clear()
  }

  #writeList(): void {
    const { byId, joinedIds, state } = useChannels.getState()
    if (state !== 'ready' || !joinedIds) return
    this.#isListChanged = false
    const channels = Object.values(byId)
      .sort((a, b) => Number(joinedIds.has(b.id)) - Number(joinedIds.has(a.id)))
      .slice(0, MOST_CHANNELS)
      .map(({ ahead: _, isKept: __, ...channel }): Channel => channel)
    const people = Object.values(usePeople.getState().byId).slice(-MOST_PEOPLE)
    const savedAt = Date.now()
    void this.database
      .saveList({ savedAt, channels, joinedIds: [...joinedIds], people })
      .catch(() => undefined)
  }

  async #writeTimeline(channelId: string, { state, window, keptAt }: Timeline): Promise<void> {
    try {
      if (state === 'missing') await this.database.dropTimeline(channelId)
      // what was read from here is no news; what is not the end would look like it
      else if (window && keptAt === undefined && !window.hasNewer) {
        await this.database.saveTimeline({ channelId, savedAt: Date.now(), window: keptPart(window) })
      }
    } catch {
      // no room, or no storage at all
    }
  }
}
