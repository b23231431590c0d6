import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { ChatContext } from '../app/ChatContext.tsx'
import type { Chat } from '../app/chat.ts'
import { type Channel, useChannels } from '../channels/channelsStore.ts'
import { usePeople } from '../people/peopleStore.ts'
import type { Message } from './message.ts'
import { usePending } from './pendingChanges.ts'

const CHANNEL: Channel = {
  id: 'c',
  name: 'general',
  topic: null,
  visibility: 'PUBLIC',
  archived: false,
  announcement: false,
  slowModeSeconds: 0,
  guestsReadOnly: false,
  myRole: 'MEMBER',
  seq: 9,
  memberCount: 2,
  unreadCount: 0,
  readSeq: 9,
}

/** A message as Ada wrote it; `me` reads. */
export function aMessage(change: Partial<Message> = {}): Message {
  return {
    id: 'm1',
    seq: 1,
    authorId: 'ada',
    body: 'Hello',
    createdAt: '2026-11-24T03:04:05.678Z',
    editedAt: null,
    deletedAt: null,
    replyTo: null,
    reactions: [],
    pinned: false,
    asOf: 9,
    ...change,
  }
}

/** Shows what stands in a channel that `me` is in. */
export function renderInChannel(content: ReactNode, channel: Partial<Channel> = {}) {
  useChannels.setState({ byId: { c: { ...CHANNEL, ...channel } }, joinedIds: new Set(['c']) })
  usePending.setState({ byMessage: {} })
  const person = (id: string, displayName: string) => ({ id, username: id, displayName, bot: false })
  usePeople.setState({
    byId: { ada: person('ada', 'Ada'), bob: person('bob', 'Bob'), me: person('me', 'Mia') },
  })
  const request = vi.fn(async (_frame: object): Promise<unknown> => ({}))
  const chat = { accountId: 'me', session: { request } } as unknown as Chat
  return { request, ...render(<ChatContext value={chat}>{content}</ChatContext>) }
}
