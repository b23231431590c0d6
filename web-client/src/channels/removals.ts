import type { ChannelEvent } from '@tidings/client'
import { create } from 'zustand'
import { fetchAtLeast } from './channelFetching.ts'
import { loadChannel } from './channelQueries.ts'
import { changeChannel, forgetChannel, isMember, setJoined, useChannels } from './channelsStore.ts'

/** That one is no member of a channel any more, without having wished so here. */
export interface Removal {
  channelId: string
  name: string | null
  cause: 'left' | 'removed' | 'banned' | 'hidden'
  /** Who did it, where that is known. */
  actorId: string | null
}

/** The last one that is to be told; undefined when there is none, or it was seen. */
export const useRemoval = create<{ removal: Removal | undefined }>(() => ({ removal: undefined }))

export function dismissRemoval(): void {
  useRemoval.setState({ removal: undefined })
}

/** One is a member again, so there is nothing to tell any more. */
export function rejoined(channelId: string): void {
  if (useRemoval.getState().removal?.channelId === channelId) dismissRemoval()
}

/** A read side is behind for seconds, rarely for minutes. */
const PAUSES_MS = [2_000, 8_000, 30_000, 120_000, 600_000]

type Cause = { cause: 'left' | 'removed' | 'banned'; actorId: string | null; seq: number }

/** Takes channels out of sight that one was removed or banned from, and says so. */
export class RemovalTracker {
  readonly #causes = new Map<string, Cause>()

  constructor(
    private readonly selfId: string,
    private readonly timelines: { close(channelId: string): void; reload(channelId: string): void },
    private readonly pause = sleep,
  ) {}

  /** Notes why `unsubscribed` is about to come. Whoever is banned is removed by that, and hears of either or both. */
  noteCause(event: ChannelEvent): void {
    const { channelId, actorId, seq } = event
    const known = this.#causes.get(channelId)
    if (event.event === 'MemberBanned' && event.data.memberId === this.selfId) {
      this.#causes.set(channelId, { cause: 'banned', actorId, seq })
    } else if (event.event === 'MemberLeft' && event.data.memberId === this.selfId) {
      const cause = actorId === this.selfId ? 'left' : 'removed'
      this.#causes.set(channelId, known?.cause === 'banned' ? { ...known, seq } : { cause, actorId, seq })
    } else if (event.event === 'MemberUnbanned' || event.event === 'MemberJoined') {
      if (event.data.memberId === this.selfId) this.#causes.delete(channelId)
    }
  }

  /** After a reconnection one is a member of these and no others. */
  onWelcome(memberOf: ReadonlySet<string>): void {
    for (const channelId of useChannels.getState().joinedIds ?? []) {
      if (!memberOf.has(channelId)) void this.onUnsubscribed(channelId)
    }
  }

  /** Nothing follows of the channel any more. */
  async onUnsubscribed(channelId: string): Promise<void> {
    const known = this.#causes.get(channelId)
    this.#causes.delete(channelId)
    setJoined(channelId, false)
    const channel = useChannels.getState().byId[channelId]
    const mayBeReadable = channel?.visibility === 'PUBLIC' && known?.cause !== 'banned'
    const isReadable = mayBeReadable && (await isReadableNow(channelId))
    // joined again meanwhile
    if (isMember(channelId)) return
    if (isReadable) changeChannel(channelId, () => ({ myRole: null, unreadCount: 0 }))
    else forgetChannel(channelId, known?.seq ?? -1)
    // whoever left a public channel elsewhere goes on reading it here
    if (isReadable && known?.cause !== 'removed') {
      this.timelines.reload(channelId)
      if (!known) void this.#watchForBan(channelId)
      return
    }
    this.timelines.close(channelId)
    const cause = isReadable ? 'removed' : causeOf(known, channel?.visibility === 'PUBLIC')
    tell({ channelId, name: channel?.name ?? null, cause, actorId: known?.actorId ?? null })
    if (isReadable && known) await this.#findOutWhetherBanned(channelId, known.seq)
  }

  /** A ban during an absence is told by nobody, and a read side that lags still shows the channel. */
  async #watchForBan(channelId: string): Promise<void> {
    for (const ms of PAUSES_MS) {
      await this.pause(ms)
      if (isMember(channelId) || !useChannels.getState().byId[channelId]) return
      if (await isReadableNow(channelId)) continue
      if (isMember(channelId)) return
      const name = useChannels.getState().byId[channelId]?.name ?? null
      forgetChannel(channelId, -1)
      this.timelines.close(channelId)
      tell({ channelId, name, cause: 'banned', actorId: null })
      return
    }
  }

  /**
   * In logs of older versions a ban is the event right after the removal, and not shown to those whom it hits. Of a hidden channel
   * the read side never says how far it knows it, so this waits no longer than for one that is behind.
   */
  async #findOutWhetherBanned(channelId: string, removalSeq: number): Promise<void> {
    await loadChannel(channelId, removalSeq + 1).catch(() => undefined)
    if ((await isReadableNow(channelId)) || isMember(channelId)) return
    forgetChannel(channelId, removalSeq + 1)
    const { removal } = useRemoval.getState()
    if (removal?.channelId === channelId) tell({ ...removal, cause: 'banned' })
  }
}

function tell(removal: Removal): void {
  useRemoval.setState({ removal })
}

/** Who cannot read a public channel any more was banned from it, also where only the removal was heard of. */
function causeOf(known: Cause | undefined, isPublic: boolean): Removal['cause'] {
  if (isPublic && known?.cause !== 'left') return 'banned'
  return known?.cause ?? 'hidden'
}

async function isReadableNow(channelId: string): Promise<boolean> {
  // without an answer nobody said that it cannot be read
  return fetchAtLeast(channelId).catch(() => true)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
