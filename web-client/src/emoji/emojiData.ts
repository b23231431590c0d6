import type { EmojiData, SkinTone } from 'frimousse'
import { spelled } from './emojiTable.ts'

/** As `emojibase-data` has them, with its fields. */
interface Entry {
  hexcode: string
  label: string
  unicode: string
  group?: number
  tags?: string[]
  skins?: Entry[]
}

interface Messages {
  groups: { key: string; message: string; order: number }[]
  skinTones: { key: string; message: string }[]
}

type PickedEmoji = EmojiData['emojis'][number]
type Tone = Exclude<SkinTone, 'none'>

const TONES: readonly (readonly [Tone, string])[] = [
  ['light', '1F3FB'],
  ['medium-light', '1F3FC'],
  ['medium', '1F3FD'],
  ['medium-dark', '1F3FE'],
  ['dark', '1F3FF'],
]
/** Parts of emoji, which nobody picks. */
const COMPONENTS = 'component'

const TABLES: Record<string, () => Promise<readonly [{ default: Entry[] }, { default: Messages }]>> = {
  en: () =>
    Promise.all([import('emojibase-data/en/compact.json'), import('emojibase-data/en/messages.json')]),
  de: () =>
    Promise.all([import('emojibase-data/de/compact.json'), import('emojibase-data/de/messages.json')]),
}

/** What the picker shows, from this app's own files. English where a language has no table here. */
export async function emojiData(locale: string): Promise<EmojiData> {
  const [{ default: entries }, { default: messages }] = await (TABLES[locale] ?? TABLES.en ?? never)()
  const groups = messages.groups.filter(({ key }) => key !== COMPONENTS)
  const shown = new Set(groups.map(({ order }) => order))
  return {
    locale,
    emojis: entries.filter(({ group }) => group !== undefined && shown.has(group)).flatMap(emojiOf),
    categories: groups.map(({ order, message }) => ({ index: order, label: message })),
    skinTones: Object.fromEntries(
      messages.skinTones.map(({ key, message }) => [key, message]),
    ) as EmojiData['skinTones'],
  }
}

function emojiOf({ unicode, label, group = 0, tags = [], skins = [] }: Entry): PickedEmoji[] {
  const emoji = spelled(unicode)
  if (emoji === undefined) return []
  const toned = TONES.flatMap(([tone, code]) => {
    const skin = skins.find(({ hexcode }) => tonesIn(hexcode).every((one) => one === code))
    return skin ? [[tone, spelled(skin.unicode) ?? emoji] as const] : []
  })
  return [
    {
      emoji,
      label,
      category: group,
      version: 0,
      tags,
      ...(toned.length === TONES.length
        ? { skins: Object.fromEntries(toned) as NonNullable<PickedEmoji['skins']> }
        : {}),
    },
  ]
}

function tonesIn(hexcode: string): string[] {
  return hexcode.split('-').filter((code) => /^1F3F[B-F]$/.test(code))
}

function never(): never {
  throw new Error('There is always an English table')
}
