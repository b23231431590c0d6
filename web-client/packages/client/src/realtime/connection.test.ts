import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeServer, settle } from '../testing/fakeSocket.ts'
import { CloseCode } from './closeCodes.ts'
import { Connection, type ConnectionStatus } from './connection.ts'

describe('a connection', () => {
  const server = new FakeServer()
  let statuses: ConnectionStatus['state'][]
  let lastStatus: ConnectionStatus | undefined
  const last = () => lastStatus
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
        onStatus: (status) => {
          statuses.push(status.state)
          lastStatus = status
        },
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

  it('does not wait for silence when the network is known to be gone, and tries at once', async () => {
    server.welcome([])
    const dead = server.socket
    connection.lostNetwork()
    await settle()
    expect(dead.isClosedByClient).toBe(true)
    expect(server.sockets).toHaveLength(2)
    expect(last()).toMatchObject({ state: 'connecting', attempt: 1 })
    server.socket.drop(1006)
    expect(last()).toMatchObject({ state: 'waiting', attempt: 2 })
  })

  it('stays in its pause when the network goes meanwhile', () => {
    server.socket.drop(1006)
    connection.lostNetwork()
    expect(server.sockets).toHaveLength(1)
  })

  it('gives up an attempt of before when the network is back', async () => {
    server.socket.drop(1006)
    await vi.advanceTimersByTimeAsync(1_000)
    const stuck = server.socket
    connection.networkBack()
    await settle()
    expect(stuck.isClosedByClient).toBe(true)
    expect(server.sockets).toHaveLength(3)
  })

  it('only asks whether it lives when the network is back and it was never missed', async () => {
    server.welcome([])
    connection.networkBack()
    expect(server.sockets).toHaveLength(1)
    expect(server.socket.sent('ping')).toHaveLength(1)
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
