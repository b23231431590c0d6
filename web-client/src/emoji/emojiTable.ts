import table from '../../../events/src/main/resources/tidings/events/emoji/emoji.tsv?raw'

const NAMED = /(?<![\p{L}\p{N}]):([\p{L}\p{M}\p{N}_+'&.-]+?)(?:::skin-tone-([2-6]))?:/gu
const LIGHTEST_TONE = 0x1f3fb
const LIGHTEST_TONE_BY_NAME = 2

const byName = new Map<string, string>()
/** Every emoji with its names, as the table orders them. */
export const namedEmoji: (readonly [emoji: string, names: readonly string[]])[] = []
/** The fully qualified spelling by the one without variation selectors. */
const spellings = new Map<string, string>()
for (const line of table.split('\n')) {
  const [emoji, names] = line.split('\t')
  if (!emoji) continue
  spellings.set(withoutSelectors(emoji), emoji)
  const all = names?.split(' ') ?? []
  if (all.length > 0) namedEmoji.push([emoji, all])
  for (const name of all) byName.set(name, emoji)
}

/** A text with the names between colons replaced by their emoji, by the same table as the server's; all else stays. */
export function replaceNames(text: string): string {
  return text.replace(NAMED, (written: string, name: string, tone: string | undefined) => {
    const emoji = byName.get(name)
    if (emoji === undefined) return written
    return tone === undefined ? emoji : toned(emoji, Number(tone))
  })
}

/** In a skin tone: of the first person, or of the first and the last; as it is when it comes in none. */
function toned(emoji: string, toneByName: number): string {
  const tone = String.fromCodePoint(LIGHTEST_TONE + toneByName - LIGHTEST_TONE_BY_NAME)
  const [first, ...rest] = withoutSelectors(emoji)
  const one = `${first}${tone}${rest.join('')}`
  return spellings.get(one) ?? spellings.get(one + tone) ?? emoji
}

/** The spelling that the server knows an emoji by; undefined where it knows none. */
export function spelled(emoji: string): string | undefined {
  return spellings.get(withoutSelectors(emoji))
}

function withoutSelectors(emoji: string): string {
  return emoji.replaceAll(/[\ufe0e\ufe0f]/g, '')
}
