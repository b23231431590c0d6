import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { Channel } from '../../channels/channelsStore.ts'
import { namedEmoji } from '../../emoji/emojiTable.ts'
import type { Message } from '../../timeline/message.ts'
import { suggestChannels } from './channelSuggestions.ts'
import { suggestLanguages } from './codeLanguages.ts'
import { suggestEmoji } from './emojiSuggestions.ts'
import { lastSpeakers, suggestPeople } from './peopleSuggestions.ts'
import { ranked } from './rank.ts'

const t = ((key: string) => key) as unknown as TFunction
const labels = (suggestions: { label: string }[]) => suggestions.map(({ label }) => label)

describe('suggestions', () => {
  it('begin with what is meant most likely, and do not mind case and accents', () => {
    const names = ['xada', 'the-ada', 'adam', 'Ada', 'bob']
    expect(ranked(names, 'ÁDA', (name) => [name])).toEqual(['Ada', 'adam', 'the-ada', 'xada'])
  })

  it('of people keep the order of who spoke last, and tell by either name', () => {
    const messages = ['a', 'b', 'a', 'c'].map((authorId) => ({ authorId }) as Message)
    expect(lastSpeakers(messages)).toEqual(['c', 'a', 'b'])
    const people = [
      { id: '1', username: 'grace', displayName: 'Admiral Hopper', bot: false },
      { id: '2', username: 'ada', displayName: 'Countess', bot: false },
    ]
    const found = suggestPeople('ad', people, undefined, t)
    expect(found.map(({ insert }) => insert)).toEqual(['@grace ', '@ada '])
  })

  it.each<[Partial<Channel>, string[]]>([
    [{ myRole: 'MEMBER', visibility: 'PUBLIC' }, ['@channel', '@here']],
    [{ myRole: 'GUEST', visibility: 'PUBLIC' }, []],
    [{ myRole: 'MEMBER', visibility: 'DIRECT' }, []],
    [{ myRole: null, visibility: 'PUBLIC' }, []],
  ])('of everybody come where one may call everybody: %j', (channel, expected) => {
    expect(labels(suggestPeople('', [], { memberCount: 3, ...channel } as Channel, t))).toEqual(expected)
  })

  it('of channels are those with a name that are open, one’s own first', () => {
    const channels = [
      { id: '1', name: 'general' },
      { id: '2', name: 'gems' },
      { id: '3', name: 'ge-old', archived: true },
      { id: '4', name: null },
    ] as Channel[]
    expect(labels(suggestChannels('ge', channels, new Set(['1'])))).toEqual(['general', 'gems'])
  })

  it('of emoji are put in as what they are', () => {
    const [first] = suggestEmoji('tad', namedEmoji)
    expect(first).toMatchObject({ insert: '🎉 ', label: ':tada:' })
  })

  it('of languages take the short name and the long one', () => {
    expect(suggestLanguages('shell')[0]?.insert).toBe('bash')
    expect(suggestLanguages('py')[0]?.label).toBe('Python')
  })
})
