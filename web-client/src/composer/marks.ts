import type { Selected, TextEdit } from './textEdit.ts'

export const MARKS = { bold: '**', italic: '_', strike: '~~', code: '`' } as const
export type Mark = keyof typeof MARKS

const WORD = /[\p{L}\p{M}\p{N}]/u

/** Puts the mark around what is selected, or around the word at the caret; takes it away where it stands already. */
export function toggleMark(selected: Selected, mark: Mark): TextEdit {
  const sign = MARKS[mark]
  const { text, from, to } = trimmed(selected.from === selected.to ? wordAt(selected) : selected)
  const inner = text.slice(from, to)
  const before = text.slice(0, from)
  if (before.endsWith(sign) && text.startsWith(sign, to)) {
    const start = from - sign.length
    return replace(
      start,
      to + sign.length,
      inner,
      caretOr(selected, -sign.length, start, start + inner.length),
    )
  }
  if (inner.length > 2 * sign.length && inner.startsWith(sign) && inner.endsWith(sign)) {
    const bare = inner.slice(sign.length, -sign.length)
    return replace(from, to, bare, { from, to: from + bare.length })
  }
  const marked = inner.includes('\n')
    ? inner.replace(/[^\n]*\S[^\n]*/g, (line) => line.replace(/\S(?:.*\S)?/, `${sign}$&${sign}`))
    : `${sign}${inner}${sign}`
  const select = inner.includes('\n')
    ? { from, to: from + marked.length }
    : caretOr(selected, sign.length, from + sign.length, from + sign.length + inner.length)
  return replace(from, to, marked, select)
}

/** Makes a link of what is selected; the address is selected then, to be typed over. */
export function insertLink({ text, from, to }: Selected, url = 'https://'): TextEdit {
  const label = text.slice(from, to)
  if (isAddress(label)) {
    return replace(from, to, `[](${label})`, { from: from + 1, to: from + 1 })
  }
  const address = from + label.length + 3
  return replace(from, to, `[${label}](${url})`, {
    from: label === '' ? from + 1 : address,
    to: label === '' ? from + 1 : address + url.length,
  })
}

/** Whether a text is one web address and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
}

function caretOr(selected: Selected, moved: number, from: number, to: number): TextEdit['select'] {
  if (selected.from !== selected.to) return { from, to }
  return { from: selected.from + moved, to: selected.from + moved }
}

function replace(from: number, to: number, insert: string, select: TextEdit['select']): TextEdit {
  return { from, to, insert, select }
}

function wordAt({ text, from: caret }: Selected): Selected {
  let from = caret
  let to = caret
  while (from > 0 && WORD.test(text[from - 1] ?? '')) from--
  while (to < text.length && WORD.test(text[to] ?? '')) to++
  // at the end of a word one goes on writing behind it
  return from === caret || to === caret ? { text, from: caret, to: caret } : { text, from, to }
}

/** Without the space around it: a mark beside a space is none. */
function trimmed({ text, from, to }: Selected): Selected {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { text, from: start, to: end }
}
