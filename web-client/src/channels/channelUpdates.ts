import type { ChannelEvent, WelcomeFrame } from '@tidings/client'
import { changesBy } from './channelChanges.ts'
import { loadChannel, loadChannels, loadMembers } from './channelQueries.ts'
import { changeChannel, putChannels, setJoined, useChannels } from './channelsStore.ts'
import { rejoined } from './removals.ts'

/** Loads, or loads again: the counts of unread messages are the server's. */
export async function fetchAllChannels(): Promise<void> {
  try {
    await loadChannels((page) => {
      putChannels(page)
      for (const channel of page) if (channel.visibility === 'DIRECT') void loadOthers(channel.id)
    })
    useChannels.setState({ state: 'ready' })
  } catch {
    if (useChannels.getState().state === 'loading') useChannels.setState({ state: 'unreachable' })
  }
}

export async function fetchChannel(channelId: string, minSeq?: number): Promise<void> {
  // of a read side that lags an older answer is better than none
  const channel = await loadChannel(channelId, minSeq).catch(() =>
    loadChannel(channelId).catch(() => undefined),
  )
  if (!channel) return
  putChannels([channel])
  if (channel.visibility === 'DIRECT') await loadOthers(channelId)
}

let isFirstWelcome = true

export function welcomed(welcome: WelcomeFrame): void {
  useChannels.setState({ joinedIds: new Set(welcome.channels.map((channel) => channel.channelId)) })
  // the first welcome comes beside the first load; each further one ends an absence
  if (!isFirstWelcome || useChannels.getState().state === 'unreachable') void fetchAllChannels()
  isFirstWelcome = false
}

/** What is known of the channel is not what the log says, as after a restored backup. */
export async function refetchChannel(channelId: string): Promise<void> {
  changeChannel(channelId, () => ({ seq: -1 }))
  await fetchChannel(channelId)
}

export function onJoined(channelId: string, seq: number): void {
  setJoined(channelId, true)
  rejoined(channelId)
  void fetchChannel(channelId, seq)
}

/**
 * Keeps the list true between two loads.
 *
 * @param skipped whether events before this one were not seen
 */
export function updateFromEvent(event: ChannelEvent, skipped: boolean, selfId: string): void {
  const { channelId } = event
  const isKnown = useChannels.getState().byId[channelId] !== undefined
  changeChannel(channelId, (channel) => changesBy(channel, event, selfId))
  if (event.event === 'MemberJoined' && event.data.memberId === selfId) {
    onJoined(channelId, event.seq)
  } else if (event.event === 'MemberLeft' && event.data.memberId === selfId) {
    setJoined(channelId, false)
  } else if (skipped || (!isKnown && event.event === 'MessagePosted')) {
    void fetchChannel(channelId, event.seq)
  }
}

async function loadOthers(channelId: string): Promise<void> {
  const members = await loadMembers(channelId).catch(() => [])
  changeChannel(channelId, () => ({ otherIds: members.map((member) => member.id) }))
}
