import { describe, expect, it, vi } from 'vitest'
import { settle } from './fakeSocket.ts'
import { useSessionStage } from './sessionStage.ts'

describe('a session that connects again', () => {
  const stage = useSessionStage()

  it('resumes from its cursors after it was too slow', async () => {
    stage.server.welcome([{ channelId: 'c', seq: -1 }])
    stage.session.follow('c', -1, false)
    stage.serve(0, 1)
    stage.server.socket.drop(4409)
    await vi.advanceTimersByTimeAsync(1_000)
    stage.server.socket.open()
    expect(stage.server.socket.sent('hello')).toEqual([{ type: 'hello', resume: { c: 1 } }])
  })

  it('resumes each followed channel where it was', async () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.session.follow('c', 4, false)
    stage.serve(5)
    stage.server.socket.drop(1006)
    stage.session.wake()
    await settle()
    stage.server.welcome([{ channelId: 'c', seq: 7 }])
    expect(stage.server.socket.sent('hello')[0]?.resume).toEqual({ c: 5 })
    stage.serve(6, 7)
    expect(stage.delivered).toEqual([5, 6, 7])
    expect(stage.fillGap).not.toHaveBeenCalled()
  })

  it('subscribes again to a channel that the account is no member of', async () => {
    stage.server.welcome([])
    stage.session.follow('public', 3, true)
    expect(stage.server.socket.sent('subscribe')[0]).toMatchObject({ channelId: 'public', after: 3 })
    stage.server.socket.drop(1006)
    stage.session.wake()
    await settle()
    stage.server.welcome([])
    expect(stage.server.socket.sent('subscribe')[0]).toMatchObject({ channelId: 'public', after: 3 })
  })

  it('does not give up a channel of its own that it followed before it was welcomed', async () => {
    stage.session.follow('c', 3, true)
    stage.server.welcome([{ channelId: 'c', seq: 3 }])
    stage.session.unfollow('c')
    expect(stage.server.socket.sent('unsubscribe')).toEqual([])
    stage.session.follow('public', 3, true)
    stage.session.unfollow('public')
    expect(stage.server.socket.sent('unsubscribe')).toHaveLength(1)
  })

  it('takes the word of a log that ends before what it knew', async () => {
    stage.server.welcome([{ channelId: 'c', seq: 40 }])
    stage.session.follow('c', 40, false)
    stage.server.socket.serve({ type: 'subscribed', channelId: 'c', seq: 4, recovered: false })
    stage.server.socket.serve({ type: 'reset', channelId: 'c', seq: 4 })
    expect(stage.resets).toEqual([['c', 4, true]])
    expect(stage.session.headOf('c')).toBe(4)
    stage.session.follow('c', 4, false)
    stage.serve(5)
    expect(stage.delivered).toEqual([5])
    expect(stage.fillGap).not.toHaveBeenCalled()
  })

  it('hears at the welcome of logs that end before what it knew', async () => {
    stage.server.welcome([{ channelId: 'c', seq: 40 }])
    stage.server.socket.drop(1006)
    stage.session.wake()
    await settle()
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    expect(stage.session.headOf('c')).toBe(4)
  })
})
