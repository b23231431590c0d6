import { describe, expect, it } from 'vitest'
import type { Channel } from './channelsStore.ts'
import { matching, type NamedChannel, sectionsOf } from './sections.ts'

const named = (name: string, rest: Partial<Channel> = {}): NamedChannel => ({
  name,
  channel: { id: name, name, visibility: 'PUBLIC', unreadCount: 0, ...rest } as Channel,
})
const names = (channels: readonly NamedChannel[]) => channels.map(({ name }) => name)

describe('the sections of the sidebar', () => {
  const channels = [
    named('zoo'),
    named('design', { unreadCount: 2 }),
    named('Grace Hopper', { visibility: 'DIRECT' }),
    named('general'),
    named('Alan Turing', { visibility: 'DIRECT', unreadCount: 1 }),
    named('art', { visibility: 'PRIVATE' }),
  ]
  const sections = sectionsOf(channels, ({ unreadCount }) => unreadCount > 0, new Set(['zoo', 'design']))

  it('show what is unread first, and nothing twice', () => {
    expect(names(sections.unread)).toEqual(['Alan Turing', 'design'])
    expect(names(sections.favourites)).toEqual(['zoo'])
    expect(names(sections.channels)).toEqual(['art', 'general'])
    expect(names(sections.direct)).toEqual(['Grace Hopper'])
  })

  it('find channels and people by a part of their name', () => {
    expect(names(matching(channels, ' hop '))).toEqual(['Grace Hopper'])
    expect(names(matching(channels, '#gen'))).toEqual(['general'])
    expect(matching(channels, '')).toHaveLength(6)
  })
})
