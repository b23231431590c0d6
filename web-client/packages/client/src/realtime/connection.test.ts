import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeServer, settle } from '../testing/fakeSocket.ts'
import { CloseCode } from './closeCodes.ts'
import { Connection, type ConnectionStatus } from './connection.ts'

describe('a connection', () => {
  const server = new FakeServer()
  let statuses: ConnectionStatus['state'][]
  let unauthenticated: number
  let connection: Connection

  beforeEach(async () => {
    vi.useFakeTimers()
    server.sockets.length = 0
    statuses = []
    unauthenticated = 0
    connection = new Connection(
      {
        onOpen: () => connection.send({ type: 'hello', resume: {} }),
        onFrame: () => undefined,
        onLost: () => undefined,
        onStatus: (status) => statuses.push(status.state),
        onUnauthenticated: () => unauthenticated++,
      },
      server.openSocket,
      () => 1,
    )
    connection.start()
    await settle()
  })
  afterEach(() => {
    connection.stop()
    vi.useRealTimers()
  })

  it('is online only when the server has welcomed it', () => {
    server.socket.open()
    expect(statuses).toEqual(['connecting'])
    server.welcome([])
    expect(statuses).toEqual(['connecting', 'online'])
  })

  it('comes back after a loss, later with each failure', async () => {
    server.welcome([])
    server.socket.drop(1006)
    await vi.advanceTimersByTimeAsync(499)
    expect(server.sockets).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(server.sockets).toHaveLength(2)
    server.socket.drop(1006)
    await vi.advanceTimersByTimeAsync(999)
    expect(server.sockets).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(server.sockets).toHaveLength(3)
  })

  it('skips the pause when it is woken', async () => {
    server.socket.drop(1006)
    connection.wake()
    await settle()
    expect(server.sockets).toHaveLength(2)
  })

  it('gives up a socket that has gone silent', async () => {
    server.welcome([])
    const silent = server.socket
    await vi.advanceTimersByTimeAsync(25_000)
    expect(silent.sent('ping')).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(8_500)
    expect(silent.isClosedByClient).toBe(true)
    expect(server.sockets).toHaveLength(2)
  })

  it('takes any frame as a sign of life', async () => {
    server.welcome([])
    await vi.advanceTimersByTimeAsync(24_000)
    server.socket.serve({ type: 'typing', channelId: 'c', userId: 'u' })
    await vi.advanceTimersByTimeAsync(24_000)
    expect(server.socket.sent('ping')).toHaveLength(0)
  })

  it('moves over when a node drains, after the delay that it was given', async () => {
    server.welcome([])
    server.socket.serve({ type: 'draining', reconnectAfterMs: 3_100 })
    server.socket.drop(CloseCode.DRAINING)
    await vi.advanceTimersByTimeAsync(3_099)
    expect(server.sockets).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(server.sockets).toHaveLength(2)
  })

  it('asks for new credentials when the old ones are refused', () => {
    server.socket.drop(CloseCode.UNAUTHENTICATED)
    expect(unauthenticated).toBe(1)
  })

  it('stays away once it is stopped', async () => {
    server.welcome([])
    connection.stop()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(server.sockets).toHaveLength(1)
  })
})
