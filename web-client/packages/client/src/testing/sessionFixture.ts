import { afterEach, beforeEach, vi } from 'vitest'
import type { ChannelEvent } from './channelEvent.ts'
import { FakeServer, settle } from './fakeSocket.ts'
import { type GapFiller, RealtimeSession } from './session.ts'

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
export class SessionStage {
  readonly server = new FakeServer()
  delivered: number[] = []
  glimpsed: number[] = []
  resets: [string, number, boolean][] = []
  stumblesAt: number | undefined
  signals: string[] = []
  fillGap = vi.fn<GapFiller>(async () => 'reset')
  session = this.newSession()

  reset(): void {
    this.server.sockets.length = 0
    this.delivered = []
    this.glimpsed = []
    this.resets = []
    this.stumblesAt = undefined
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
          if (event.seq === this.stumblesAt) throw new Error('stumbled')
          this.delivered.push(event.seq)
        },
        onGlimpse: (event) => this.glimpsed.push(event.seq),
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
export function useSessionStage(): SessionStage {
  const stage = new SessionStage()
  beforeEach(async () => {
    vi.useFakeTimers()
    stage.reset()
    stage.session.start()
    await settle()
  })
  afterEach(() => {
    stage.session.stop()
    vi.useRealTimers()
  })
  return stage
}
