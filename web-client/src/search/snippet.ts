export interface Piece {
  text: string
  isMatch: boolean
}

const SNIPPET_LENGTH = 220

/** What matched: the server's fragments are plain text in which it stands between « and ». */
export function matchesOf(fragments: readonly string[]): string[] {
  const matches = fragments.flatMap((fragment) => [...fragment.matchAll(/«([^«»]+)»/gu)])
  return [...new Set(matches.map((match) => match[1] ?? ''))]
}

/** The part of a body around its first match, cut into matching and other pieces. Matching ignores case. */
export function snippetOf(body: string, words: readonly string[]): Piece[] {
  const pieces = split(body.replace(/\s+/gu, ' ').trim(), words)
  const firstMatch = pieces.findIndex((piece) => piece.isMatch)
  const lead = firstMatch > 0 ? pieces[firstMatch - 1] : undefined
  const shown = firstMatch > 0 ? pieces.slice(firstMatch - 1) : pieces
  if (lead && lead.text.length > SNIPPET_LENGTH / 3) {
    shown[0] = { text: `… ${afterBlank(lead.text.slice(-SNIPPET_LENGTH / 3))}`, isMatch: false }
  }
  return shortened(shown)
}

function split(text: string, words: readonly string[]): Piece[] {
  const wanted = words.filter((word) => word.trim() !== '').sort((a, b) => b.length - a.length)
  if (wanted.length === 0) return [{ text, isMatch: false }]
  const pattern = new RegExp(`(${wanted.map(escaped).join('|')})`, 'giu')
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, isMatch: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

function shortened(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  let room = SNIPPET_LENGTH
  for (const piece of pieces) {
    if (room <= 0) return [...kept, { text: ' …', isMatch: false }]
    const text = piece.text.length > room ? `${piece.text.slice(0, room)} …` : piece.text
    kept.push({ ...piece, text })
    room -= piece.text.length
  }
  return kept
}

function afterBlank(text: string): string {
  const blank = text.indexOf(' ')
  return blank === -1 ? text : text.slice(blank + 1)
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
