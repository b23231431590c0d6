// @vitest-environment jsdom

import { beforeEach, describe, expect, it } from 'vitest'
import { putChannels, useChannels } from '../channels/channelsStore.ts'
import { channelOf, type Question, readSide } from '../channels/readSide.testing.ts'
import { readElsewhere } from './readElsewhere.ts'

const known = () => useChannels.getState().byId.den

describe('what was read on another device', () => {
  let asked: Question[]

  beforeEach(() => {
    asked = readSide()
    useChannels.setState({ byId: {}, joinedIds: new Set(['den']), state: 'ready' })
    putChannels([channelOf('den', 9, { unreadCount: 4, readSeq: 3 })])
  })

  it('is not unread here', () => {
    readElsewhere('den', 9)
    expect(known()).toMatchObject({ readSeq: 9, unreadCount: 0 })
    expect(asked).toEqual([])
  })

  it('leaves the rest unread, as many as the server counts', async () => {
    readElsewhere('den', 7)
    expect(known()).toMatchObject({ readSeq: 7, unreadCount: 2 })
    await asked[0]?.answer(channelOf('den', 9, { unreadCount: 1, readSeq: 7 }))
    expect(known()).toMatchObject({ readSeq: 7, unreadCount: 1 })
  })

  it('never makes read what was read here already unread', () => {
    readElsewhere('den', 2)
    expect(known()).toMatchObject({ readSeq: 3, unreadCount: 4 })
  })
})
