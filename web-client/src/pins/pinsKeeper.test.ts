// @vitest-environment jsdom
import type { ChannelEvent, ChannelFact } from '@tidings/client'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Message } from '../timeline/message.ts'
import type { PinPage } from './pinQueries.ts'
import { PinsKeeper } from './pinsKeeper.ts'
import { usePins } from './pinsStore.ts'

const AT = '2026-11-24T03:04:05.678Z'

function pinned(id: string): Message {
  return {
    id,
    seq: 1,
    authorId: 'ada',
    body: id,
    createdAt: AT,
    editedAt: null,
    deletedAt: null,
    replyTo: null,
    reactions: [],
    pinned: true,
    asOf: 9,
  }
}

function page(seq: number, ...ids: string[]): PinPage {
  return { seq, messages: ids.map(pinned), pinnings: new Map() }
}

function event(seq: number, fact: ChannelFact): ChannelEvent {
  return { ...fact, channelId: 'c', seq, at: AT, actorId: 'bob' }
}

function shown(): string[] {
  const { messages, leaving } = usePins.getState()
  return messages.filter(({ id }) => !leaving.has(id)).map(({ body }) => body ?? '')
}

describe('the pins of a channel', () => {
  const pinsOf = vi.fn<(channelId: string, minSeq: number) => Promise<PinPage | undefined>>()
  const set = vi.fn<() => Promise<void>>()
  let keeper: PinsKeeper

  beforeEach(async () => {
    pinsOf.mockReset().mockResolvedValue(page(9, 'new', 'old'))
    set.mockReset().mockResolvedValue()
    keeper = new PinsKeeper('c', 'me', pinsOf, set)
    keeper.open()
    await vi.waitFor(() => expect(usePins.getState().state).toBe('ready'))
  })

  it('are those that the server names, with what is pinned meanwhile', async () => {
    expect(shown()).toEqual(['new', 'old'])
    pinsOf.mockResolvedValue(page(10, 'newest', 'new', 'old'))
    keeper.onEvent(event(10, { event: 'MessagePinned', data: { messageId: 'newest' } }))
    await vi.waitFor(() => expect(shown()).toEqual(['newest', 'new', 'old']))
    expect(pinsOf).toHaveBeenLastCalledWith('c', 10)
  })

  it('follow edits, and go when they are unpinned or deleted', () => {
    keeper.onEvent(event(10, { event: 'MessageEdited', data: { messageId: 'old', body: 'changed' } }))
    expect(shown()).toEqual(['new', 'changed'])
    keeper.onEvent(event(11, { event: 'MessageUnpinned', data: { messageId: 'new' } }))
    keeper.onEvent(event(12, { event: 'MessageDeleted', data: { messageId: 'old' } }))
    expect(shown()).toEqual([])
    expect(pinsOf).toHaveBeenCalledOnce()
  })

  it('go at once when one unpins them, and are back when that is refused', async () => {
    let answer: (error: Error) => void = () => undefined
    set.mockReturnValue(new Promise((_, reject) => (answer = reject)))
    const unpinning = keeper.unpin('new')
    expect(shown()).toEqual(['old'])
    answer(new Error('refused'))
    await expect(unpinning).rejects.toThrow('refused')
    expect(shown()).toEqual(['new', 'old'])
  })
})
