import { describe, expect, it } from 'vitest'
import { replaceNames } from './emojiTable.ts'

describe('names of emoji in a text', () => {
  it.each([
    ['Hello :wave:!', 'Hello 👋!'],
    [':heart: :+1:', '❤️ 👍'],
    [':wave::skin-tone-3:', '👋🏼'],
    [':+1::skin-tone-6::tada:', '👍🏿🎉'],
    [':tada::tada:', '🎉🎉'],
    [':tada::skin-tone-3:', '🎉'],
  ])('%s', (text, shown) => {
    expect(replaceNames(text)).toBe(shown)
  })

  it.each(['at 10:30:45', ':no-such-emoji:', 'a:b:c', ': wave :', 'std::move::x'])('%s stays', (text) => {
    expect(replaceNames(text)).toBe(text)
  })
})
