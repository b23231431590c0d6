import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useSessionFixture } from '../testing/sessionFixture.ts'

describe('a session that is too early for a busy server', () => {
  const fixture = useSessionFixture()

  function refuseHello(code: 'BUSY' | 'UNAVAILABLE' | 'FORBIDDEN', retryAfterMs?: number) {
    fixture.server.socket.serve({
      type: 'error',
      code,
      message: 'later',
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    })
  }

  function hellos() {
    return fixture.server.socket.sent('hello').length
  }

  beforeEach(() => fixture.server.socket.open())

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
    fixture.server.welcome([])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(hellos()).toBe(3)
    expect(fixture.server.sockets).toHaveLength(1)
  })

  it('greets no fixture.server again that welcomed it meanwhile', async () => {
    refuseHello('UNAVAILABLE', 1_000)
    fixture.server.welcome([])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(hellos()).toBe(1)
  })

  it('greets the next fixture.server once when the connection is lost meanwhile', async () => {
    refuseHello('UNAVAILABLE', 1_000)
    fixture.server.socket.drop(1006)
    await vi.advanceTimersByTimeAsync(1_000)
    fixture.server.socket.open()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(fixture.server.sockets).toHaveLength(2)
    expect(hellos()).toBe(1)
  })

  it('greets nobody once it is stopped', () => {
    refuseHello('UNAVAILABLE', 1_000)
    fixture.session.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not insist where that is no use', async () => {
    refuseHello('FORBIDDEN')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(hellos()).toBe(1)
  })

  it('gives up a fixture.server that never welcomes it', async () => {
    for (let turn = 0; turn < 12; turn++) {
      refuseHello('BUSY', 1_000)
      await vi.advanceTimersByTimeAsync(1_500)
    }
    expect(fixture.server.sockets).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_500)
    expect(fixture.server.sockets).toHaveLength(2)
  })
})
