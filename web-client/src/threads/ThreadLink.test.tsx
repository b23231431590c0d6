// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChatContext } from '../app/ChatContext.tsx'
import type { Chat } from '../app/chat.ts'
import { rememberPeople } from '../people/peopleStore.ts'
import type { Message } from '../timeline/message.ts'
import { dropTimeline, updateTimeline } from '../timeline/timelineStore.ts'
import { ThreadLink } from './ThreadLink.tsx'
import { ThreadPlace } from './ThreadPlace.ts'
import { summaryOf } from './threadSummary.ts'

const AT = '2020-11-24T12:04:05.678Z'

function message(id: string, seq: number, more: Partial<Message> = {}): Message {
  return {
    id,
    seq,
    authorId: 'ada',
    body: id,
    createdAt: AT,
    editedAt: null,
    deletedAt: null,
    replyTo: null,
    reactions: [],
    pinned: false,
    asOf: 9,
    ...more,
  }
}

const root = message('root', 1)
const replies = [
  message('a', 2, { threadRootId: 'root' }),
  message('gone', 3, { threadRootId: 'root', deletedAt: AT, body: null }),
  message('b', 4, { threadRootId: 'root', authorId: 'bob' }),
]

describe('the line of a thread under its first message', () => {
  beforeEach(() => {
    rememberPeople([{ id: 'ada', username: 'ada', displayName: 'Ada', bot: false }])
    updateTimeline('c', {
      window: {
        seq: 9,
        messages: [root, ...replies],
        notices: [],
        hasOlder: false,
        hasNewer: false,
        startCursor: null,
        endCursor: null,
      },
    })
  })
  afterEach(() => dropTimeline('c'))

  function show(shown: Message, place?: string) {
    render(
      <ChatContext value={{ accountId: 'ada' } as Chat}>
        <ThreadPlace value={place}>
          <ThreadLink channelId="c" message={shown} />
        </ThreadPlace>
      </ChatContext>,
    )
    return screen.queryByRole('link')
  }

  it('says how many replies there are and when the last one came, and leads there', () => {
    const link = show(root)
    expect(link?.textContent).toContain('2 replies')
    expect(link?.textContent).toContain('last Nov 24, 2020')
    expect(link?.getAttribute('href')).toBe('/c/c/t/root')
  })

  it('is not there for replies, unanswered messages, and in the thread itself', () => {
    expect(show(replies[0] as Message)).toBeNull()
    expect(show(message('alone', 5))).toBeNull()
    expect(show(root, 'root')).toBeNull()
  })

  it('counts what others wrote and oneself has not read', () => {
    expect(summaryOf(root, replies, true, 1, 'ada')?.unread).toBe(1)
    expect(summaryOf(root, replies, true, 4, 'ada')?.unread).toBe(0)
  })

  it('believes the server where later replies are not loaded', () => {
    const asked = { ...root, replyCount: 7 }
    expect(summaryOf(asked, replies, false, 9, 'ada')).toMatchObject({ count: 7, lastAt: undefined })
    expect(summaryOf(asked, replies, true, 9, 'ada')?.count).toBe(2)
  })
})
