import { useState } from 'react'
import { type Channel, useChannel } from './channelsStore.ts'

/**
 * Which channels count as unread in the sidebar. The open one stays where it stood when it was entered: it must not
 * jump away under the pointer once it is read.
 */
export function useUnread(selectedId: string | undefined): (channel: Channel) => boolean {
  const wasUnread = (useChannel(selectedId ?? '')?.unreadCount ?? 0) > 0
  const [visit, setVisit] = useState({ selectedId, wasUnread })
  if (visit.selectedId !== selectedId) setVisit({ selectedId, wasUnread })
  return ({ id, unreadCount }) => (id === visit.selectedId ? visit.wasUnread : unreadCount > 0)
}
