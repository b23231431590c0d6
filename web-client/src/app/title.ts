import { useEffect } from 'react'
import { useChannelName } from '../channels/channelName.ts'
import { useChannels } from '../channels/channelsStore.ts'

/** The tab says where one is and how much is unread. */
export function useTitle(channelId: string | undefined): void {
  const name = useChannelName(channelId)
  const unread = useChannels((state) => {
    let sum = 0
    for (const id of state.joinedIds ?? []) sum += state.byId[id]?.unreadCount ?? 0
    return sum
  })
  useEffect(() => {
    const place = name === undefined ? 'Tidings' : `${name} · Tidings`
    document.title = unread > 0 ? `(${unread}) ${place}` : place
  }, [name, unread])
}
