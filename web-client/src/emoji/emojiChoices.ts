import type { SkinTone } from 'frimousse'
import { create } from 'zustand'

const KEY = 'tidings.emoji'
/** What a new person is offered. */
const FIRST = ['👍', '❤️', '😂']
const KEPT = 24

interface EmojiChoices {
  /** The latest first. */
  recent: readonly string[]
  skinTone: SkinTone
}

function stored(): EmojiChoices {
  try {
    const { recent = [], skinTone = 'none' } = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return { recent, skinTone }
  } catch {
    return { recent: [], skinTone: 'none' }
  }
}

/** Which emoji somebody used lately on this device, and in which skin tone. */
export const useEmojiChoices = create<EmojiChoices>(stored)

export function rememberEmoji(emoji: string): void {
  const { recent } = useEmojiChoices.getState()
  keep({ recent: [emoji, ...recent.filter((other) => other !== emoji)].slice(0, KEPT) })
}

export function chooseSkinTone(skinTone: SkinTone): void {
  keep({ skinTone })
}

/** @returns so many recent emoji, filled up with common ones */
export function useRecentEmoji(count: number): readonly string[] {
  const recent = useEmojiChoices((state) => state.recent)
  return [...new Set([...recent, ...FIRST])].slice(0, count)
}

function keep(change: Partial<EmojiChoices>): void {
  useEmojiChoices.setState(change)
  try {
    localStorage.setItem(KEY, JSON.stringify(useEmojiChoices.getState()))
  } catch {
    // storage is blocked: the choice holds for this visit
  }
}
