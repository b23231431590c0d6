import { describe, expect, it, vi } from 'vitest'
import { CommandRefused, ConnectionLost } from './pendingAnswers.ts'
import { posted, useSessionStage } from './sessionStage.ts'

describe('a session', () => {
  const stage = useSessionStage()

  it('tells who came and went, and what other devices have read, only upwards', () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.server.socket.serve({ type: 'presence', userId: 'bob', status: 'ONLINE' })
    stage.server.socket.serve({ type: 'presence', userId: 'bob', status: 'OFFLINE' })
    for (const seq of [3, 2, 4]) stage.server.socket.serve({ type: 'read', channelId: 'c', seq })
    stage.server.socket.serve({ type: 'unsubscribed', channelId: 'c' })
    expect(stage.signals).toEqual(['bob ONLINE', 'bob OFFLINE', 'c read 3', 'c read 4', 'c gone'])
  })

  it('delivers each event once and in order', () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.session.follow('c', 4, false)
    stage.serve(5, 5, 4, 6)
    expect(stage.delivered).toEqual([5, 6])
  })

  it('shows events of other channels to the badges, once', () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.serve(5, 5, 6)
    expect(stage.glimpsed).toEqual([5, 6])
    expect(stage.delivered).toEqual([])
  })

  it('answers a command with its ack or its refusal', async () => {
    stage.server.welcome([])
    const good = stage.session.request({ type: 'delete', channelId: 'c', messageId: 'm1' })
    const bad = stage.session.request({ type: 'delete', channelId: 'c', messageId: 'm2' })
    const [first, second] = stage.server.socket.sent('delete')
    stage.server.socket.serve({
      type: 'error',
      ref: second?.ref ?? '',
      code: 'BUSY',
      message: 'later',
      retryAfterMs: 300,
    })
    stage.server.socket.serve({ type: 'ack', ref: first?.ref ?? '', channelId: 'c', seq: 9, at: '' })
    expect((await good).seq).toBe(9)
    const refusal = await bad.catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(CommandRefused)
    expect((refusal as CommandRefused).isTemporary).toBe(true)
    expect((refusal as CommandRefused).retryAfterMs).toBe(300)
  })

  it('says that there was no answer when the connection is lost', async () => {
    stage.server.welcome([])
    const request = stage.session.request({ type: 'delete', channelId: 'c', messageId: 'm1' })
    stage.server.socket.drop(1006)
    await expect(request).rejects.toBeInstanceOf(ConnectionLost)
  })

  it('goes on after an event of a type that it does not know', () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.session.follow('c', 4, false)
    const { event: _, ...place } = posted(5)
    stage.server.socket.onmessage?.({
      data: JSON.stringify({ type: 'event', ...place, event: 'PollOpened' }),
    })
    stage.serve(6)
    expect(stage.delivered).toEqual([5, 6])
    expect(stage.fillGap).not.toHaveBeenCalled()
  })

  it('starts a channel over that an event made stumble, and keeps the others going', () => {
    const complain = vi.spyOn(console, 'error').mockReturnValue()
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.session.follow('c', 4, false)
    stage.session.follow('d', -1, false)
    stage.stumblesAt = 5
    stage.serve(5)
    expect(stage.resets).toEqual([['c', 5, false]])
    stage.server.socket.serve({ type: 'event', ...posted(0, 'd') })
    expect(stage.delivered).toEqual([0])
    stage.stumblesAt = undefined
    stage.session.follow('c', 5, false)
    stage.serve(6)
    expect(stage.delivered).toEqual([0, 6])
    complain.mockRestore()
  })

  it('tells of a channel that the account was added to', () => {
    stage.server.welcome([])
    stage.server.socket.serve({ type: 'subscribed', channelId: 'c', seq: 2, recovered: true })
    stage.server.socket.serve({
      type: 'subscribed',
      ref: 'subscribe:d',
      channelId: 'd',
      seq: 2,
      recovered: true,
    })
    expect(stage.signals).toEqual(['c joined by 2'])
  })

  it('follows nothing any more that it was put out of', () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.session.follow('c', 4, false)
    stage.server.socket.serve({ type: 'unsubscribed', channelId: 'c' })
    stage.serve(5)
    expect(stage.delivered).toEqual([])
    expect(stage.signals).toEqual(['c gone'])
  })
})
