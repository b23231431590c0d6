import { describe, expect, it, vi } from 'vitest'
import { settle } from '../testing/fakeSocket.ts'
import { useSessionFixture } from '../testing/sessionFixture.ts'

describe('a session that connects again', () => {
  const fixture = useSessionFixture()

  it('resumes from its cursors after it was too slow', async () => {
    fixture.server.welcome([{ channelId: 'c', seq: -1 }])
    fixture.session.follow('c', -1, false)
    fixture.serve(0, 1)
    fixture.server.socket.drop(4409)
    await vi.advanceTimersByTimeAsync(1_000)
    fixture.server.socket.open()
    expect(fixture.server.socket.sent('hello')).toEqual([{ type: 'hello', resume: { c: 1 } }])
  })

  it('resumes each followed channel where it was', async () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.session.follow('c', 4, false)
    fixture.serve(5)
    fixture.server.socket.drop(1006)
    fixture.session.wake()
    await settle()
    fixture.server.welcome([{ channelId: 'c', seq: 7 }])
    expect(fixture.server.socket.sent('hello')[0]?.resume).toEqual({ c: 5 })
    fixture.serve(6, 7)
    expect(fixture.delivered).toEqual([5, 6, 7])
    expect(fixture.fillGap).not.toHaveBeenCalled()
  })

  it('subscribes again to a channel that the account is no member of', async () => {
    fixture.server.welcome([])
    fixture.session.follow('public', 3, true)
    expect(fixture.server.socket.sent('subscribe')[0]).toMatchObject({ channelId: 'public', after: 3 })
    fixture.server.socket.drop(1006)
    fixture.session.wake()
    await settle()
    fixture.server.welcome([])
    expect(fixture.server.socket.sent('subscribe')[0]).toMatchObject({ channelId: 'public', after: 3 })
  })

  it('does not give up a channel of its own that it followed before it was welcomed', async () => {
    fixture.session.follow('c', 3, true)
    fixture.server.welcome([{ channelId: 'c', seq: 3 }])
    fixture.session.unfollow('c')
    expect(fixture.server.socket.sent('unsubscribe')).toEqual([])
    fixture.session.follow('public', 3, true)
    fixture.session.unfollow('public')
    expect(fixture.server.socket.sent('unsubscribe')).toHaveLength(1)
  })

  it('takes the word of a log that ends before what it knew', async () => {
    fixture.server.welcome([{ channelId: 'c', seq: 40 }])
    fixture.session.follow('c', 40, false)
    fixture.server.socket.serve({ type: 'subscribed', channelId: 'c', seq: 4, recovered: false })
    fixture.server.socket.serve({ type: 'reset', channelId: 'c', seq: 4 })
    expect(fixture.resets).toEqual([['c', 4, true]])
    expect(fixture.session.headOf('c')).toBe(4)
    fixture.session.follow('c', 4, false)
    fixture.serve(5)
    expect(fixture.delivered).toEqual([5])
    expect(fixture.fillGap).not.toHaveBeenCalled()
  })

  it('hears at the welcome of logs that end before what it knew', async () => {
    fixture.server.welcome([{ channelId: 'c', seq: 40 }])
    fixture.server.socket.drop(1006)
    fixture.session.wake()
    await settle()
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    expect(fixture.session.headOf('c')).toBe(4)
  })
})
