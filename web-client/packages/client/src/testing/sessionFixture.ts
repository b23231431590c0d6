import { afterEach, beforeEach, vi } from 'vitest'
import type { ChannelEvent } from '../realtime/channelEvent.ts'
import { type GapFiller, RealtimeSession } from '../realtime/session.ts'
import { FakeServer, settle } from './fakeSocket.ts'

export function posted(seq: number, channelId = 'c'): ChannelEvent {
  return {
    channelId,
    seq,
    at: '2026-11-24T03:04:05.678Z',
    actorId: 'ada',
    event: 'MessagePosted',
    data: { messageId: `m${seq}`, clientMessageId: `k${seq}`, body: 'hi', replyTo: null },
  }
}

/** A session with a fake server, and what its listener was told. */
export class SessionFixture {
  readonly server = new FakeServer()
  delivered: number[] = []
  newest: number[] = []
  resets: [string, number, boolean][] = []
  failsAt: number | undefined
  signals: string[] = []
  fillGap = vi.fn<GapFiller>(async () => 'reset')
  session = this.newSession()

  reset(): void {
    this.server.sockets.length = 0
    this.delivered = []
    this.newest = []
    this.resets = []
    this.failsAt = undefined
    this.signals = []
    this.fillGap = vi.fn<GapFiller>(async () => 'reset')
    this.session = this.newSession()
  }

  serve(...seqs: number[]): void {
    for (const seq of seqs) this.server.socket.serve({ type: 'event', ...posted(seq) })
  }

  private newSession(): RealtimeSession {
    return new RealtimeSession(
      {
        onStatus: () => undefined,
        onWelcome: () => undefined,
        onEvent: (event) => {
          if (event.seq === this.failsAt) throw new Error('failed')
          this.delivered.push(event.seq)
        },
        onNewestEvent: (event) => this.newest.push(event.seq),
        onReset: (channelId, seq, isAhead) => this.resets.push([channelId, seq, isAhead]),
        onTyping: () => undefined,
        onPresence: (userId, status) => this.signals.push(`${userId} ${status}`),
        onRead: (channelId, seq) => this.signals.push(`${channelId} read ${seq}`),
        onSubscribed: (channelId, seq) => this.signals.push(`${channelId} joined by ${seq}`),
        onUnsubscribed: (channelId) => this.signals.push(`${channelId} gone`),
        onUnauthenticated: () => undefined,
      },
      this.fillGap,
      this.server.openSocket,
      () => 0.5,
    )
  }
}

/** Starts a new session before each test, by a clock that the test moves, and stops it afterwards. */
export function useSessionFixture(): SessionFixture {
  const fixture = new SessionFixture()
  beforeEach(async () => {
    vi.useFakeTimers()
    fixture.reset()
    fixture.session.start()
    await settle()
  })
  afterEach(() => {
    fixture.session.stop()
    vi.useRealTimers()
  })
  return fixture
}
