import type { OutboxEntry } from '@tidings/client'
import { describe, expect, it } from 'vitest'
import type { Message } from './message.ts'
import { rowsOf } from './rows.ts'
import { dayOf } from './useDateInView.ts'

function message(seq: number, authorId: string, createdAt: string): Message {
  return {
    id: `m${seq}`,
    seq,
    authorId,
    body: 'hi',
    createdAt,
    editedAt: null,
    deletedAt: null,
    replyTo: null,
    reactions: [],
    pinned: false,
    asOf: seq,
  }
}

function kinds(...args: Parameters<typeof rowsOf>): string[] {
  return rowsOf(...args).map((row) =>
    row.kind === 'message' || row.kind === 'outbox'
      ? `${row.kind}${row.isContinued ? ' continued' : ''}`
      : row.kind,
  )
}

describe('the lines of a timeline', () => {
  it('stand under one name while one author goes on', () => {
    const messages = [
      message(2, 'ada', '2026-11-24T10:00:00Z'),
      message(3, 'ada', '2026-11-24T10:04:00Z'),
      message(4, 'ada', '2026-11-24T10:30:00Z'),
      message(5, 'bob', '2026-11-24T10:31:00Z'),
    ]
    expect(kinds(messages, [], true, undefined, 'me')).toEqual([
      'date',
      'message',
      'message continued',
      'message',
      'message',
    ])
  })

  it('belong to the day of the line above them', () => {
    const messages = [message(2, 'ada', '2026-11-22T12:00:00Z'), message(3, 'ada', '2026-11-24T12:00:00Z')]
    const rows = rowsOf(messages, [], true, undefined, 'me')
    const days = rows.map((_, index) => dayOf(rows, index))
    const [first, second] = messages.map(({ createdAt }) => Date.parse(createdAt))
    expect(days).toEqual([undefined, first, undefined, second])
  })

  it('begin anew with each day and with the unread part', () => {
    const messages = [
      message(2, 'ada', '2026-11-22T12:00:00Z'),
      message(3, 'ada', '2026-11-24T12:00:00Z'),
      message(4, 'ada', '2026-11-24T12:01:00Z'),
    ]
    expect(kinds(messages, [], false, 3, 'me')).toEqual([
      'start',
      'date',
      'message',
      'date',
      'message',
      'unread',
      'message',
    ])
  })

  it('do not call one’s own messages unread', () => {
    const messages = [message(2, 'me', '2026-11-24T12:00:00Z')]
    expect(kinds(messages, [], true, -1, 'me')).not.toContain('unread')
  })

  it('end with what is on its way', () => {
    const entry: OutboxEntry = {
      clientMessageId: 'k',
      accountId: 'me',
      channelId: 'c',
      body: 'hi',
      replyTo: null,
      writtenAt: Date.parse('2026-11-24T12:00:30Z'),
      state: 'pending',
    }
    const messages = [message(2, 'me', '2026-11-24T12:00:00Z')]
    expect(kinds(messages, [entry], true, undefined, 'me')).toEqual(['date', 'message', 'outbox continued'])
  })

  it.each(['ban first', 'ban last'])('tell a ban once, in logs of every version: %s', (order) => {
    const ban = { event: 'MemberBanned', data: { memberId: 'bob' } } as const
    const removal = { event: 'MemberLeft', data: { memberId: 'bob' } } as const
    const notices = (order === 'ban first' ? [ban, removal] : [removal, ban]).map((fact, index) => ({
      seq: 3 + index,
      at: '2026-11-24T12:00:00Z',
      actorId: 'ada',
      fact,
    }))
    const rows = rowsOf([], [], true, undefined, 'me', notices).filter((row) => row.kind === 'notice')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).toContain('MemberBanned')
    expect(JSON.stringify(rows)).not.toContain('MemberLeft')
  })
})
