import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChannelEvent } from './channelEvent.ts'
import { FakeServer, settle } from './fakeSocket.ts'
import { CommandRefused, ConnectionLost } from './pendingAnswers.ts'
import { type GapFiller, RealtimeSession } from './session.ts'

function posted(seq: number, channelId = 'c'): ChannelEvent {
  return {
    channelId,
    seq,
    at: '2026-11-24T03:04:05.678Z',
    actorId: 'ada',
    event: 'MessagePosted',
    data: { messageId: `m${seq}`, clientMessageId: `k${seq}`, body: 'hi', replyTo: null },
  }
}

describe('a session', () => {
  const server = new FakeServer()
  let delivered: number[]
  let glimpsed: number[]
  let resets: [string, number, boolean][]
  let stumblesAt: number | undefined
  let signals: string[]
  let fillGap: ReturnType<typeof vi.fn<GapFiller>>
  let session: RealtimeSession

  beforeEach(async () => {
    vi.useFakeTimers()
    server.sockets.length = 0
    delivered = []
    glimpsed = []
    resets = []
    stumblesAt = undefined
    signals = []
    fillGap = vi.fn<GapFiller>(async () => 'reset')
    session = new RealtimeSession(
      {
        onStatus: () => undefined,
        onWelcome: () => undefined,
        onEvent: (event) => {
          if (event.seq === stumblesAt) throw new Error('stumbled')
          delivered.push(event.seq)
        },
        onGlimpse: (event) => glimpsed.push(event.seq),
        onReset: (channelId, seq, isAhead) => resets.push([channelId, seq, isAhead]),
        onTyping: () => undefined,
        onPresence: (userId, status) => signals.push(`${userId} ${status}`),
        onRead: (channelId, seq) => signals.push(`${channelId} read ${seq}`),
        onSubscribed: (channelId, seq) => signals.push(`${channelId} joined by ${seq}`),
        onUnsubscribed: (channelId) => signals.push(`${channelId} gone`),
        onUnauthenticated: () => undefined,
      },
      fillGap,
      server.openSocket,
      () => 0.5,
    )
    session.start()
    await settle()
  })
  afterEach(() => {
    session.stop()
    vi.useRealTimers()
  })

  function serve(...seqs: number[]) {
    for (const seq of seqs) server.socket.serve({ type: 'event', ...posted(seq) })
  }

  it('tells who came and went, and what other devices have read, only upwards', () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    server.socket.serve({ type: 'presence', userId: 'bob', status: 'ONLINE' })
    server.socket.serve({ type: 'presence', userId: 'bob', status: 'OFFLINE' })
    for (const seq of [3, 2, 4]) server.socket.serve({ type: 'read', channelId: 'c', seq })
    server.socket.serve({ type: 'unsubscribed', channelId: 'c' })
    expect(signals).toEqual(['bob ONLINE', 'bob OFFLINE', 'c read 3', 'c read 4', 'c gone'])
  })

  it('resumes from its cursors after it was too slow', async () => {
    server.welcome([{ channelId: 'c', seq: -1 }])
    session.follow('c', -1, false)
    serve(0, 1)
    server.socket.drop(4409)
    await vi.advanceTimersByTimeAsync(1_000)
    server.socket.open()
    expect(server.socket.sent('hello')).toEqual([{ type: 'hello', resume: { c: 1 } }])
  })

  describe('that is too early for a busy server', () => {
    function refuseHello(code: 'BUSY' | 'UNAVAILABLE' | 'FORBIDDEN', retryAfterMs?: number) {
      server.socket.serve({
        type: 'error',
        code,
        message: 'later',
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      })
    }

    function hellos() {
      return server.socket.sent('hello').length
    }

    beforeEach(() => server.socket.open())

    it('greets again on the same socket, at a moment of its own', async () => {
      refuseHello('UNAVAILABLE', 3_000)
      await vi.advanceTimersByTimeAsync(4_499)
      expect(hellos()).toBe(1)
      await vi.advanceTimersByTimeAsync(1)
      expect(hellos()).toBe(2)
      refuseHello('BUSY')
      await vi.advanceTimersByTimeAsync(1_499)
      expect(hellos()).toBe(2)
      await vi.advanceTimersByTimeAsync(1)
      expect(hellos()).toBe(3)
      server.welcome([])
      await vi.advanceTimersByTimeAsync(20_000)
      expect(hellos()).toBe(3)
      expect(server.sockets).toHaveLength(1)
    })

    it('greets no server again that welcomed it meanwhile', async () => {
      refuseHello('UNAVAILABLE', 1_000)
      server.welcome([])
      await vi.advanceTimersByTimeAsync(5_000)
      expect(hellos()).toBe(1)
    })

    it('greets the next server once when the connection is lost meanwhile', async () => {
      refuseHello('UNAVAILABLE', 1_000)
      server.socket.drop(1006)
      await vi.advanceTimersByTimeAsync(1_000)
      server.socket.open()
      await vi.advanceTimersByTimeAsync(5_000)
      expect(server.sockets).toHaveLength(2)
      expect(hellos()).toBe(1)
    })

    it('greets nobody once it is stopped', () => {
      refuseHello('UNAVAILABLE', 1_000)
      session.stop()
      expect(vi.getTimerCount()).toBe(0)
    })

    it('does not insist where that is no use', async () => {
      refuseHello('FORBIDDEN')
      await vi.advanceTimersByTimeAsync(10_000)
      expect(hellos()).toBe(1)
    })

    it('gives up a server that never welcomes it', async () => {
      for (let turn = 0; turn < 12; turn++) {
        refuseHello('BUSY', 1_000)
        await vi.advanceTimersByTimeAsync(1_500)
      }
      expect(server.sockets).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(2_500)
      expect(server.sockets).toHaveLength(2)
    })
  })

  it('delivers each event once and in order', () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    session.follow('c', 4, false)
    serve(5, 5, 4, 6)
    expect(delivered).toEqual([5, 6])
  })

  it('fills a gap before anything later is delivered', async () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    session.follow('c', 4, false)
    fillGap.mockImplementation(async (_channel, after, upTo) => {
      const events = []
      for (let seq = after + 1; seq <= upTo; seq++) events.push(posted(seq))
      return events
    })
    serve(7)
    expect(delivered).toEqual([])
    serve(8)
    await settle()
    expect(delivered).toEqual([5, 6, 7, 8])
    expect(fillGap).toHaveBeenCalledWith('c', 4, 7)
  })

  it('does not give up on a gap that cannot be filled just now', async () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    session.follow('c', 4, false)
    fillGap.mockRejectedValueOnce(new Error('unreachable'))
    fillGap.mockResolvedValueOnce([])
    fillGap.mockResolvedValueOnce([posted(5), posted(6)])
    serve(6)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(delivered).toEqual([5, 6])
    expect(resets).toEqual([])
  })

  it('starts over when a gap is too wide to fill', async () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    session.follow('c', 4, false)
    serve(900)
    await settle()
    expect(resets).toEqual([['c', 900, false]])
    expect(delivered).toEqual([])
  })

  it('starts over when the server says so', () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    session.follow('c', 4, false)
    server.socket.serve({ type: 'reset', channelId: 'c', seq: 57 })
    expect(resets).toEqual([['c', 57, false]])
  })

  it('catches up when what was loaded is older than what was heard of', async () => {
    server.welcome([{ channelId: 'c', seq: 9 }])
    fillGap.mockImplementation(async () => [posted(8), posted(9)])
    session.follow('c', 7, false)
    await settle()
    expect(delivered).toEqual([8, 9])
  })

  it('catches up on a channel that it followed between hello and welcome', async () => {
    server.socket.open()
    session.follow('c', 7, false)
    fillGap.mockImplementation(async () => [posted(8), posted(9)])
    server.welcome([{ channelId: 'c', seq: 9 }])
    await settle()
    expect(delivered).toEqual([8, 9])
  })

  it('resumes each followed channel where it was', async () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    session.follow('c', 4, false)
    serve(5)
    server.socket.drop(1006)
    session.wake()
    await settle()
    server.welcome([{ channelId: 'c', seq: 7 }])
    expect(server.socket.sent('hello')[0]?.resume).toEqual({ c: 5 })
    serve(6, 7)
    expect(delivered).toEqual([5, 6, 7])
    expect(fillGap).not.toHaveBeenCalled()
  })

  it('subscribes again to a channel that the account is no member of', async () => {
    server.welcome([])
    session.follow('public', 3, true)
    expect(server.socket.sent('subscribe')[0]).toMatchObject({ channelId: 'public', after: 3 })
    server.socket.drop(1006)
    session.wake()
    await settle()
    server.welcome([])
    expect(server.socket.sent('subscribe')[0]).toMatchObject({ channelId: 'public', after: 3 })
  })

  it('does not give up a channel of its own that it followed before it was welcomed', async () => {
    session.follow('c', 3, true)
    server.welcome([{ channelId: 'c', seq: 3 }])
    session.unfollow('c')
    expect(server.socket.sent('unsubscribe')).toEqual([])
    session.follow('public', 3, true)
    session.unfollow('public')
    expect(server.socket.sent('unsubscribe')).toHaveLength(1)
  })

  it('shows events of other channels to the badges, once', () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    serve(5, 5, 6)
    expect(glimpsed).toEqual([5, 6])
    expect(delivered).toEqual([])
  })

  it('answers a command with its ack or its refusal', async () => {
    server.welcome([])
    const good = session.request({ type: 'delete', channelId: 'c', messageId: 'm1' })
    const bad = session.request({ type: 'delete', channelId: 'c', messageId: 'm2' })
    const [first, second] = server.socket.sent('delete')
    server.socket.serve({
      type: 'error',
      ref: second?.ref ?? '',
      code: 'BUSY',
      message: 'later',
      retryAfterMs: 300,
    })
    server.socket.serve({ type: 'ack', ref: first?.ref ?? '', channelId: 'c', seq: 9, at: '' })
    expect((await good).seq).toBe(9)
    const refusal = await bad.catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(CommandRefused)
    expect((refusal as CommandRefused).isTemporary).toBe(true)
    expect((refusal as CommandRefused).retryAfterMs).toBe(300)
  })

  it('says that there was no answer when the connection is lost', async () => {
    server.welcome([])
    const request = session.request({ type: 'delete', channelId: 'c', messageId: 'm1' })
    server.socket.drop(1006)
    await expect(request).rejects.toBeInstanceOf(ConnectionLost)
  })

  it('goes on after an event of a type that it does not know', () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    session.follow('c', 4, false)
    const { event: _, ...place } = posted(5)
    server.socket.onmessage?.({ data: JSON.stringify({ type: 'event', ...place, event: 'PollOpened' }) })
    serve(6)
    expect(delivered).toEqual([5, 6])
    expect(fillGap).not.toHaveBeenCalled()
  })

  it('starts a channel over that an event made stumble, and keeps the others going', () => {
    const complain = vi.spyOn(console, 'error').mockReturnValue()
    server.welcome([{ channelId: 'c', seq: 4 }])
    session.follow('c', 4, false)
    session.follow('d', -1, false)
    stumblesAt = 5
    serve(5)
    expect(resets).toEqual([['c', 5, false]])
    server.socket.serve({ type: 'event', ...posted(0, 'd') })
    expect(delivered).toEqual([0])
    stumblesAt = undefined
    session.follow('c', 5, false)
    serve(6)
    expect(delivered).toEqual([0, 6])
    complain.mockRestore()
  })

  it('takes the word of a log that ends before what it knew', async () => {
    server.welcome([{ channelId: 'c', seq: 40 }])
    session.follow('c', 40, false)
    server.socket.serve({ type: 'subscribed', channelId: 'c', seq: 4, recovered: false })
    server.socket.serve({ type: 'reset', channelId: 'c', seq: 4 })
    expect(resets).toEqual([['c', 4, true]])
    expect(session.headOf('c')).toBe(4)
    session.follow('c', 4, false)
    serve(5)
    expect(delivered).toEqual([5])
    expect(fillGap).not.toHaveBeenCalled()
  })

  it('hears at the welcome of logs that end before what it knew', async () => {
    server.welcome([{ channelId: 'c', seq: 40 }])
    server.socket.drop(1006)
    session.wake()
    await settle()
    server.welcome([{ channelId: 'c', seq: 4 }])
    expect(session.headOf('c')).toBe(4)
  })

  it('tells of a channel that the account was added to', () => {
    server.welcome([])
    server.socket.serve({ type: 'subscribed', channelId: 'c', seq: 2, recovered: true })
    server.socket.serve({ type: 'subscribed', ref: 'subscribe:d', channelId: 'd', seq: 2, recovered: true })
    expect(signals).toEqual(['c joined by 2'])
  })

  it('follows nothing any more that it was put out of', () => {
    server.welcome([{ channelId: 'c', seq: 4 }])
    session.follow('c', 4, false)
    server.socket.serve({ type: 'unsubscribed', channelId: 'c' })
    serve(5)
    expect(delivered).toEqual([])
    expect(signals).toEqual(['c gone'])
  })
})
