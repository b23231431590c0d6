import type { ChannelEvent, WelcomeFrame } from '@tidings/client'
import { ChannelCatchUp } from './channelCatchUp.ts'
import { changesBy } from './channelChanges.ts'
import { fetchAtLeast, fetchChannels } from './channelFetching.ts'
import { changeChannel, setAllJoined, setJoined, useChannels } from './channelsStore.ts'
import { forgetHidden } from './hiddenChannels.ts'
import { rejoined } from './removals.ts'

const catchUp = new ChannelCatchUp()

/** The last event of each channel, as far as the socket has told. */
let heads = new Map<string, number>()

/** What the read side said may be older than what the socket has told. */
function reachHeads(): void {
  for (const [channelId, seq] of heads) catchUp.reach(channelId, seq)
}

/** Loads, or loads again: the counts of unread messages are the server's. */
export async function fetchAllChannels(): Promise<void> {
  try {
    await fetchChannels()
    useChannels.setState({ state: 'ready' })
  } catch {
    if (useChannels.getState().state === 'loading') useChannels.setState({ state: 'unreachable' })
  }
  reachHeads()
}

/** Loads one channel; when the read side has not come to `minSeq` yet, what it has now and the rest later. */
export async function fetchChannel(channelId: string, minSeq: number): Promise<void> {
  await fetchAtLeast(channelId, minSeq).catch(() => false)
  catchUp.reach(channelId, minSeq)
}

let isFirstWelcome = true

export function welcomed(welcome: WelcomeFrame): void {
  setAllJoined(welcome.channels.map((channel) => channel.channelId))
  heads = new Map(welcome.channels.map(({ channelId, seq }) => [channelId, seq]))
  const { state } = useChannels.getState()
  // the first welcome comes beside the first load; each further one ends an absence
  if (!isFirstWelcome || state === 'unreachable') void fetchAllChannels()
  else if (state === 'ready') reachHeads()
  isFirstWelcome = false
}

/** What is known of the channel is not what the log says, as after a restored backup. */
export async function refetchChannel(channelId: string): Promise<void> {
  heads.delete(channelId)
  catchUp.giveUp(channelId)
  forgetHidden(channelId)
  changeChannel(channelId, () => ({ seq: -1, readSeq: -1, ahead: [] }))
  await fetchAtLeast(channelId).catch(() => false)
}

export function onJoined(channelId: string, seq: number): void {
  setJoined(channelId, true)
  rejoined(channelId)
  raiseHead(channelId, seq)
  void fetchChannel(channelId, seq)
}

/** Nothing of the channel is told any more. */
export function onLeft(channelId: string): void {
  heads.delete(channelId)
}

/** Keeps the list true between two loads. */
export function updateFromEvent(event: ChannelEvent, selfId: string): void {
  const { channelId, seq } = event
  changeChannel(channelId, (channel) => changesBy(channel, event, selfId))
  if (event.event === 'MemberJoined' && event.data.memberId === selfId) {
    onJoined(channelId, seq)
  } else if (event.event === 'MemberLeft' && event.data.memberId === selfId) {
    setJoined(channelId, false)
    onLeft(channelId)
  } else if (event.event === 'MemberBanned' && event.data.memberId === selfId) {
    onLeft(channelId)
  } else {
    raiseHead(channelId, seq)
    // a list that is on its way may know of it
    if (useChannels.getState().state !== 'loading') catchUp.reach(channelId, seq)
  }
}

function raiseHead(channelId: string, seq: number): void {
  heads.set(channelId, Math.max(seq, heads.get(channelId) ?? -1))
}
