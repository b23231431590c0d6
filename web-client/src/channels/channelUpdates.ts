import type { ChannelEvent } from '../realtime/channelEvent.ts'
import type { WelcomeFrame } from '../realtime/frames.ts'
import { changesBy } from './channelChanges.ts'
import { loadChannel, loadChannels, loadMembers } from './channelQueries.ts'
import { changeChannel, putChannels, setJoined, useChannels } from './channelsStore.ts'
import { cameBack } from './departures.ts'

/** Loads, or loads again: the counts of unread messages are the server's. */
export async function loadAllChannels(): Promise<void> {
  try {
    await loadChannels((page) => {
      putChannels(page)
      for (const channel of page) if (channel.visibility === 'DIRECT') void meetOthers(channel.id)
    })
    useChannels.setState({ state: 'ready' })
  } catch {
    if (useChannels.getState().state === 'loading') useChannels.setState({ state: 'unreachable' })
  }
}

export async function learnOfChannel(channelId: string, minSeq?: number): Promise<void> {
  // of a read side that lags an older answer is better than none
  const channel = await loadChannel(channelId, minSeq).catch(() =>
    loadChannel(channelId).catch(() => undefined),
  )
  if (!channel) return
  putChannels([channel])
  if (channel.visibility === 'DIRECT') await meetOthers(channelId)
}

let isFirstWelcome = true

export function welcomed(welcome: WelcomeFrame): void {
  useChannels.setState({ joinedIds: new Set(welcome.channels.map((channel) => channel.channelId)) })
  // the first welcome comes beside the first load; each further one ends an absence
  if (!isFirstWelcome || useChannels.getState().state === 'unreachable') void loadAllChannels()
  isFirstWelcome = false
}

/** What is known of the channel is not what the log says, as after a restored backup. */
export async function relearnChannel(channelId: string): Promise<void> {
  changeChannel(channelId, () => ({ seq: -1 }))
  await learnOfChannel(channelId)
}

export function becameMember(channelId: string, seq: number): void {
  setJoined(channelId, true)
  cameBack(channelId)
  void learnOfChannel(channelId, seq)
}

/**
 * Keeps the list true between two loads.
 *
 * @param skipped whether events before this one were not seen
 */
export function channelEventSeen(event: ChannelEvent, skipped: boolean, selfId: string): void {
  const { channelId } = event
  const isKnown = useChannels.getState().byId[channelId] !== undefined
  changeChannel(channelId, (channel) => changesBy(channel, event, selfId))
  if (event.event === 'MemberJoined' && event.data.memberId === selfId) {
    becameMember(channelId, event.seq)
  } else if (event.event === 'MemberLeft' && event.data.memberId === selfId) {
    setJoined(channelId, false)
  } else if (skipped || (!isKnown && event.event === 'MessagePosted')) {
    void learnOfChannel(channelId, event.seq)
  }
}

async function meetOthers(channelId: string): Promise<void> {
  const members = await loadMembers(channelId).catch(() => [])
  changeChannel(channelId, () => ({ otherIds: members.map((member) => member.id) }))
}
