import type { ChannelEvent } from '../realtime/channelEvent.ts'
import type { WelcomeFrame } from '../realtime/frames.ts'
import { loadChannel, loadChannels, loadMembers } from './channelQueries.ts'
import { changeChannel, putChannels, setJoined, useChannels } from './channelsStore.ts'

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
  const channel = await loadChannel(channelId, minSeq).catch(() => undefined)
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

/** Keeps the list true between two loads. */
export function channelEventSeen(event: ChannelEvent, selfId: string): void {
  const { channelId } = event
  switch (event.event) {
    case 'MemberJoined':
      if (event.data.memberId === selfId) {
        setJoined(channelId, true)
        void learnOfChannel(channelId, event.seq)
      } else {
        changeChannel(channelId, ({ memberCount }) => ({ memberCount: memberCount + 1 }))
      }
      break
    case 'MemberLeft':
      if (event.data.memberId === selfId) setJoined(channelId, false)
      changeChannel(channelId, ({ memberCount }) => ({ memberCount: memberCount - 1 }))
      break
    case 'MessagePosted':
      if (!useChannels.getState().byId[channelId]) void learnOfChannel(channelId, event.seq)
      else if (event.actorId !== selfId) {
        changeChannel(channelId, ({ unreadCount, readSeq }) =>
          event.seq > readSeq ? { unreadCount: unreadCount + 1 } : {},
        )
      }
      break
    default:
      break
  }
}

async function meetOthers(channelId: string): Promise<void> {
  const members = await loadMembers(channelId).catch(() => [])
  changeChannel(channelId, () => ({ otherIds: members.map((member) => member.id) }))
}
