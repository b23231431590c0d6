export interface Piece {
  text: string
  kind: 'same' | 'added' | 'removed'
}

/** Beyond so many comparisons nobody wants to wait for a nicer answer. */
const MOST_CELLS = 4_000_000

/** What became of a text, word by word: what is left out joined to the new text gives the old one, and the reverse. */
export function wordDiff(before: string, after: string): Piece[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end++
  }
  const middle = changes(old.slice(start, old.length - end), now.slice(start, now.length - end))
  const same = (words: string[]): Piece => ({ text: words.join(''), kind: 'same' })
  return joined([same(now.slice(0, start)), ...middle, same(now.slice(now.length - end))])
}

/** Words and what stands between them. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu) ?? []
}

/** By the longest common subsequence. */
function changes(old: string[], now: string[]): Piece[] {
  if (old.length * now.length > MOST_CELLS) {
    return [
      { text: old.join(''), kind: 'removed' },
      { text: now.join(''), kind: 'added' },
    ]
  }
  const width = now.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ text: now[j++] ?? '', kind: 'same' })
      i++
    } else if (j === now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ text: old[i++] ?? '', kind: 'removed' })
    } else {
      pieces.push({ text: now[j++] ?? '', kind: 'added' })
    }
  }
  return pieces
}

function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.text === '') continue
    if (last?.kind === piece.kind) last.text += piece.text
    else result.push({ ...piece })
  }
  return result
}
