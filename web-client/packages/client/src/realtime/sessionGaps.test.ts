import { describe, expect, it, vi } from 'vitest'
import { settle } from './fakeSocket.ts'
import { posted, useSessionStage } from './sessionStage.ts'

describe('a session that missed events', () => {
  const stage = useSessionStage()

  it('fills a gap before anything later is delivered', async () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.session.follow('c', 4, false)
    stage.fillGap.mockImplementation(async (_channel, after, upTo) => {
      const events = []
      for (let seq = after + 1; seq <= upTo; seq++) events.push(posted(seq))
      return events
    })
    stage.serve(7)
    expect(stage.delivered).toEqual([])
    stage.serve(8)
    await settle()
    expect(stage.delivered).toEqual([5, 6, 7, 8])
    expect(stage.fillGap).toHaveBeenCalledWith('c', 4, 7)
  })

  it('does not give up on a gap that cannot be filled just now', async () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.session.follow('c', 4, false)
    stage.fillGap.mockRejectedValueOnce(new Error('unreachable'))
    stage.fillGap.mockResolvedValueOnce([])
    stage.fillGap.mockResolvedValueOnce([posted(5), posted(6)])
    stage.serve(6)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(stage.delivered).toEqual([5, 6])
    expect(stage.resets).toEqual([])
  })

  it('starts over when a gap is too wide to fill', async () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.session.follow('c', 4, false)
    stage.serve(900)
    await settle()
    expect(stage.resets).toEqual([['c', 900, false]])
    expect(stage.delivered).toEqual([])
  })

  it('starts over when the stage.server says so', () => {
    stage.server.welcome([{ channelId: 'c', seq: 4 }])
    stage.session.follow('c', 4, false)
    stage.server.socket.serve({ type: 'reset', channelId: 'c', seq: 57 })
    expect(stage.resets).toEqual([['c', 57, false]])
  })

  it('catches up when what was loaded is older than what was heard of', async () => {
    stage.server.welcome([{ channelId: 'c', seq: 9 }])
    stage.fillGap.mockImplementation(async () => [posted(8), posted(9)])
    stage.session.follow('c', 7, false)
    await settle()
    expect(stage.delivered).toEqual([8, 9])
  })

  it('catches up on a channel that it followed between hello and welcome', async () => {
    stage.server.socket.open()
    stage.session.follow('c', 7, false)
    stage.fillGap.mockImplementation(async () => [posted(8), posted(9)])
    stage.server.welcome([{ channelId: 'c', seq: 9 }])
    await settle()
    expect(stage.delivered).toEqual([8, 9])
  })
})
