// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setCredentials } from '../account/accountStore.ts'
import { loadPage } from './timelineQueries.ts'

const ADA = { id: 'ada', username: 'ada', displayName: 'Ada', bot: false }

function message(seq: number) {
  return {
    cursor: String(seq),
    node: {
      id: `m${seq}`,
      seq,
      body: 'hi',
      createdAt: '2026-11-24T03:04:05.678Z',
      editedAt: null,
      deletedAt: null,
      author: ADA,
      replyTo: null,
      reactions: [],
      mentions: { accounts: [], channel: false, here: false },
      pinned: false,
    },
  }
}

/** A channel whose every event but its messages renames it. */
class ReadSide {
  readonly messageSeqs = new Set([2, 3, 6, 8])
  readonly head = 9
  hasEvents = true

  readonly fetch = async (_url: string, init: RequestInit): Promise<Response> => {
    const { query, variables } = JSON.parse(String(init.body))
    if (!query.startsWith('query Events')) return this.answer(this.page(variables))
    if (!this.hasEvents) return new Response('{}', { status: 503 })
    const seqs = [...Array(this.head + 1).keys()].filter((seq) => seq > variables.afterSeq)
    return this.answer({ events: seqs.slice(0, variables.first).map((seq) => this.event(seq)) })
  }

  private answer(channel: object): Response {
    return new Response(JSON.stringify({ data: { channel: { seq: this.head, ...channel } } }))
  }

  private page({ first, last }: { first?: number; last?: number }) {
    const seqs = [...this.messageSeqs]
    const shown = last === undefined ? seqs.slice(0, first) : seqs.slice(-last)
    const pageInfo = {
      hasPreviousPage: shown[0] !== seqs[0],
      hasNextPage: shown.at(-1) !== seqs.at(-1),
      startCursor: 's',
      endCursor: 'e',
    }
    return { messages: { pageInfo, edges: shown.map(message) } }
  }

  private event(seq: number) {
    const isMessage = this.messageSeqs.has(seq)
    const data = isMessage ? { messageId: `m${seq}`, body: 'hi', replyTo: null } : { name: `n${seq}` }
    const event = isMessage ? 'MessagePosted' : 'ChannelRenamed'
    return { channelId: 'c', seq, at: '2026-11-24T03:04:05.678Z', actorId: 'ada', event, data }
  }
}

describe('a page of messages', () => {
  let readSide: ReadSide

  beforeEach(() => {
    readSide = new ReadSide()
    vi.stubGlobal('fetch', readSide.fetch)
    const expiresAt = Date.now() + 900_000
    setCredentials({ accountId: 'me', username: 'me', accessToken: 'a', refreshToken: 'r', expiresAt })
  })
  afterEach(() => {
    setCredentials(undefined)
    vi.unstubAllGlobals()
  })

  async function noticeSeqs(...[piece, neighbours]: [Parameters<typeof loadPage>[1], object?]) {
    const page = await loadPage('c', piece, -1, neighbours)
    expect(page?.messages.length).toBeGreaterThan(0)
    return page?.notices.map(({ seq }) => seq)
  }

  it('comes with what happened to the channel in between, up to the present', async () => {
    expect(await noticeSeqs({ last: 50 })).toEqual([0, 1, 4, 5, 7, 9])
    expect(await noticeSeqs({ last: 2 })).toEqual([7, 9])
  })

  it('leaves no line out between itself and the page beside it, and shows none of what is beyond', async () => {
    expect(await noticeSeqs({ first: 2, after: 'x' })).toEqual([0, 1])
    expect(await noticeSeqs({ first: 2, after: 'x' }, { upToSeq: 6 })).toEqual([0, 1, 4, 5])
    expect(await noticeSeqs({ last: 2 }, { afterSeq: 3 })).toEqual([4, 5, 7, 9])
  })

  it('is shown all the same when the log does not answer', async () => {
    readSide.hasEvents = false
    expect(await noticeSeqs({ last: 50 })).toEqual([])
  })
})
