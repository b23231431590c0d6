import { describe, expect, it, vi } from 'vitest'
import { posted, useSessionFixture } from '../testing/sessionFixture.ts'
import { CommandRefused, ConnectionLost } from './pendingRequests.ts'

describe('a session', () => {
  const fixture = useSessionFixture()

  it('tells who came and went, and what other devices have read, only upwards', () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.server.socket.serve({ type: 'presence', userId: 'bob', status: 'ONLINE' })
    fixture.server.socket.serve({ type: 'presence', userId: 'bob', status: 'OFFLINE' })
    for (const seq of [3, 2, 4]) fixture.server.socket.serve({ type: 'read', channelId: 'c', seq })
    fixture.server.socket.serve({ type: 'unsubscribed', channelId: 'c' })
    expect(fixture.signals).toEqual(['bob ONLINE', 'bob OFFLINE', 'c read 3', 'c read 4', 'c gone'])
  })

  it('delivers each event once and in order', () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.session.follow('c', 4, false)
    fixture.serve(5, 5, 4, 6)
    expect(fixture.delivered).toEqual([5, 6])
  })

  it('shows events of other channels to the badges, once', () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.serve(5, 5, 6)
    expect(fixture.newest).toEqual([5, 6])
    expect(fixture.delivered).toEqual([])
  })

  it('answers a command with its ack or its refusal', async () => {
    fixture.server.welcome([])
    const good = fixture.session.request({ type: 'delete', channelId: 'c', messageId: 'm1' })
    const bad = fixture.session.request({ type: 'delete', channelId: 'c', messageId: 'm2' })
    const [first, second] = fixture.server.socket.sent('delete')
    fixture.server.socket.serve({
      type: 'error',
      ref: second?.ref ?? '',
      code: 'BUSY',
      message: 'later',
      retryAfterMs: 300,
    })
    fixture.server.socket.serve({ type: 'ack', ref: first?.ref ?? '', channelId: 'c', seq: 9, at: '' })
    expect((await good).seq).toBe(9)
    const refusal = await bad.catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(CommandRefused)
    expect((refusal as CommandRefused).isTemporary).toBe(true)
    expect((refusal as CommandRefused).retryAfterMs).toBe(300)
  })

  it('says that there was no answer when the connection is lost', async () => {
    fixture.server.welcome([])
    const request = fixture.session.request({ type: 'delete', channelId: 'c', messageId: 'm1' })
    fixture.server.socket.drop(1006)
    await expect(request).rejects.toBeInstanceOf(ConnectionLost)
  })

  it('goes on after an event of a type that it does not know', () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.session.follow('c', 4, false)
    const { event: _, ...place } = posted(5)
    fixture.server.socket.onmessage?.({
      data: JSON.stringify({ type: 'event', ...place, event: 'PollOpened' }),
    })
    fixture.serve(6)
    expect(fixture.delivered).toEqual([5, 6])
    expect(fixture.fillGap).not.toHaveBeenCalled()
  })

  it('starts a channel over that an event made stumble, and keeps the others going', () => {
    const complain = vi.spyOn(console, 'error').mockReturnValue()
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.session.follow('c', 4, false)
    fixture.session.follow('d', -1, false)
    fixture.failsAt = 5
    fixture.serve(5)
    expect(fixture.resets).toEqual([['c', 5, false]])
    fixture.server.socket.serve({ type: 'event', ...posted(0, 'd') })
    expect(fixture.delivered).toEqual([0])
    fixture.failsAt = undefined
    fixture.session.follow('c', 5, false)
    fixture.serve(6)
    expect(fixture.delivered).toEqual([0, 6])
    complain.mockRestore()
  })

  it('tells of a channel that the account was added to', () => {
    fixture.server.welcome([])
    fixture.server.socket.serve({ type: 'subscribed', channelId: 'c', seq: 2, recovered: true })
    fixture.server.socket.serve({
      type: 'subscribed',
      ref: 'subscribe:d',
      channelId: 'd',
      seq: 2,
      recovered: true,
    })
    expect(fixture.signals).toEqual(['c joined by 2'])
  })

  it('follows nothing any more that it was put out of', () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.session.follow('c', 4, false)
    fixture.server.socket.serve({ type: 'unsubscribed', channelId: 'c' })
    fixture.serve(5)
    expect(fixture.delivered).toEqual([])
    expect(fixture.signals).toEqual(['c gone'])
  })
})
