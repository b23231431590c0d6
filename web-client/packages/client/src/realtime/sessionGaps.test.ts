import { describe, expect, it, vi } from 'vitest'
import { settle } from '../testing/fakeSocket.ts'
import { posted, useSessionFixture } from '../testing/sessionFixture.ts'

describe('a session that missed events', () => {
  const fixture = useSessionFixture()

  it('fills a gap before anything later is delivered', async () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.session.follow('c', 4, false)
    fixture.fillGap.mockImplementation(async (_channel, after, upTo) => {
      const events = []
      for (let seq = after + 1; seq <= upTo; seq++) events.push(posted(seq))
      return events
    })
    fixture.serve(7)
    expect(fixture.delivered).toEqual([])
    fixture.serve(8)
    await settle()
    expect(fixture.delivered).toEqual([5, 6, 7, 8])
    expect(fixture.fillGap).toHaveBeenCalledWith('c', 4, 7)
  })

  it('does not give up on a gap that cannot be filled just now', async () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.session.follow('c', 4, false)
    fixture.fillGap.mockRejectedValueOnce(new Error('unreachable'))
    fixture.fillGap.mockResolvedValueOnce([])
    fixture.fillGap.mockResolvedValueOnce([posted(5), posted(6)])
    fixture.serve(6)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(fixture.delivered).toEqual([5, 6])
    expect(fixture.resets).toEqual([])
  })

  it('starts over when a gap is too wide to fill', async () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.session.follow('c', 4, false)
    fixture.serve(900)
    await settle()
    expect(fixture.resets).toEqual([['c', 900, false]])
    expect(fixture.delivered).toEqual([])
  })

  it('starts over when the fixture.server says so', () => {
    fixture.server.welcome([{ channelId: 'c', seq: 4 }])
    fixture.session.follow('c', 4, false)
    fixture.server.socket.serve({ type: 'reset', channelId: 'c', seq: 57 })
    expect(fixture.resets).toEqual([['c', 57, false]])
  })

  it('catches up when what was loaded is older than what was heard of', async () => {
    fixture.server.welcome([{ channelId: 'c', seq: 9 }])
    fixture.fillGap.mockImplementation(async () => [posted(8), posted(9)])
    fixture.session.follow('c', 7, false)
    await settle()
    expect(fixture.delivered).toEqual([8, 9])
  })

  it('catches up on a channel that it followed between hello and welcome', async () => {
    fixture.server.socket.open()
    fixture.session.follow('c', 7, false)
    fixture.fillGap.mockImplementation(async () => [posted(8), posted(9)])
    fixture.server.welcome([{ channelId: 'c', seq: 9 }])
    await settle()
    expect(fixture.delivered).toEqual([8, 9])
  })
})
