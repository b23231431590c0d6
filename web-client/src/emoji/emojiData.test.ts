import { describe, expect, it } from 'vitest'
import { emojiData } from './emojiData.ts'
import { spelled } from './emojiTable.ts'

describe('the emoji of the picker', () => {
  it.each(['en', 'de'])('are all such as the server takes, in every tone, in %s', async (language) => {
    const { emojis, categories } = await emojiData(language)
    expect(emojis.length).toBeGreaterThan(1_800)
    for (const { emoji, skins } of emojis) {
      for (const one of [emoji, ...Object.values(skins ?? {})]) expect(spelled(one)).toBe(one)
    }
    const shown = new Set(categories.map(({ index }) => index))
    expect(emojis.every(({ category }) => shown.has(category))).toBe(true)
  })

  it('come in one tone at a time', async () => {
    const { emojis } = await emojiData('en')
    const skinsOf = (emoji: string) => emojis.find((one) => one.emoji === emoji)?.skins
    expect(skinsOf('👍')).toMatchObject({ light: '👍🏻', dark: '👍🏿' })
    expect(skinsOf('🤝')).toMatchObject({ light: '🤝🏻' })
    expect(skinsOf('🎉')).toBeUndefined()
  })

  it('are named in the reader’s language, and in English where there is none', async () => {
    const german = await emojiData('de')
    expect(german.emojis.find(({ emoji }) => emoji === '👋')?.label).toBe('winkende Hand')
    const unknown = await emojiData('xx')
    expect(unknown.emojis.find(({ emoji }) => emoji === '👋')?.label).toBe('waving hand')
  })
})
