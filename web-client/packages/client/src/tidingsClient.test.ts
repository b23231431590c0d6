import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConnectionStatus } from './realtime/connection.ts'
import { CommandRefused, ConnectionLost } from './realtime/pendingRequests.ts'
import { FakeSocket, settle } from './testing/fakeSocket.ts'
import { posted } from './testing/sessionFixture.ts'
import { TidingsClient } from './tidingsClient.ts'

const ANSWERS: Record<string, unknown> = {
  '/api/sessions': { accessToken: `h.${btoa('{"sub":"ada"}')}.s`, refreshToken: 'r', expiresIn: 900 },
  '/api/tickets': { ticket: 't' },
  '/graphql': { data: { channel: { seq: 7 } } },
}

describe('a client', () => {
  let sockets: FakeSocket[]
  let urls: string[]
  let client: TidingsClient

  beforeEach(async () => {
    vi.useFakeTimers()
    sockets = []
    urls = []
    client = new TidingsClient({
      url: 'https://chat.example.org/anything',
      WebSocket: class extends FakeSocket {
        constructor(url: string) {
          super()
          urls.push(url)
          sockets.push(this)
        }
      },
      fetch: async (url) => new Response(JSON.stringify(ANSWERS[new URL(url).pathname] ?? {})),
    })
    await client.signIn({ username: 'ada', password: 'secret' })
  })
  afterEach(() => {
    client.close()
    vi.useRealTimers()
  })

  function socket(): FakeSocket {
    const last = sockets.at(-1)
    if (!last) throw new Error('no socket was opened')
    return last
  }

  function welcome() {
    socket().open()
    socket().serve({
      type: 'welcome',
      sessionId: 's',
      userId: 'ada',
      heartbeatMs: 25_000,
      limits: { maxFrameBytes: 65_536, maxBodyChars: 4_000, sendsPerSecond: 20 },
      channels: [],
    })
  }

  async function connect() {
    const connected = client.connect()
    await settle()
    welcome()
    await connected
  }

  async function reconnect() {
    socket().drop(1006)
    await vi.advanceTimersByTimeAsync(30_000)
    welcome()
    await settle()
  }

  it('connects with a ticket, and says how that stands', async () => {
    const states: ConnectionStatus['state'][] = []
    client.on('status', ({ state }) => states.push(state))
    await connect()
    expect(urls).toEqual(['wss://chat.example.org/ws?ticket=t'])
    expect(states).toEqual(['connecting', 'online'])
  })

  it('sends a message again under its key until there is an answer, which is the one', async () => {
    await connect()
    const sent = client.send('c', 'hi', { clientMessageId: 'k' })
    expect(client.send('c', 'hi', { clientMessageId: 'k' })).toBe(sent)
    await settle()
    const first = socket().sent('send')
    await reconnect()
    const again = socket().sent('send')
    expect([first, again].flat().map((frame) => frame.clientMessageId)).toEqual(['k', 'k'])
    const { ref = '' } = again[0] ?? {}
    socket().serve({ type: 'ack', ref, channelId: 'c', messageId: 'm', seq: 8, at: '' })
    await expect(sent).resolves.toEqual({ seq: 8, messageId: 'm' })
    await reconnect()
    expect(socket().sent('send')).toEqual([])
  })

  it('says why a message was refused', async () => {
    await connect()
    const sent = client.send('c', 'hi').catch((error: unknown) => error)
    await settle()
    const { ref = '' } = socket().sent('send')[0] ?? {}
    socket().serve({ type: 'error', ref, code: 'FORBIDDEN', message: 'no' })
    const refusal = await sent
    expect(refusal).toBeInstanceOf(CommandRefused)
    expect(refusal).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('says that nothing is known of a message that was not answered when it left', async () => {
    await connect()
    const sent = client.send('c', 'hi')
    client.close()
    await expect(sent).rejects.toBeInstanceOf(ConnectionLost)
  })

  it('tells events from where it stands, and resumes there', async () => {
    const seqs: number[] = []
    client.on('event', ({ seq }) => seqs.push(seq))
    await connect()
    await client.subscribe('c')
    expect(socket().sent('subscribe')).toMatchObject([{ channelId: 'c', after: 7 }])
    for (const seq of [8, 8, 9]) socket().serve({ type: 'event', ...posted(seq) })
    await reconnect()
    expect(socket().sent('hello')).toMatchObject([{ resume: { c: 9 } }])
    for (const seq of [9, 10]) socket().serve({ type: 'event', ...posted(seq) })
    expect(seqs).toEqual([8, 9, 10])
  })

  it('goes on after a gap that is too wide, and says so', async () => {
    const told: unknown[] = []
    client.on('reset', (reset) => told.push(reset))
    client.on('event', ({ seq }) => told.push(seq))
    await connect()
    await client.subscribe('c', 7)
    socket().serve({ type: 'reset', channelId: 'c', seq: 9_000 })
    socket().serve({ type: 'event', ...posted(9_001) })
    expect(told).toEqual([{ channelId: 'c', seq: 9_000 }, 9_001])
  })
})
