import { describe, expect, it } from 'vitest'
import { wordDiff } from './wordDiff.ts'

function marked(before: string, after: string): string {
  const marks = {
    same: (text: string) => text,
    added: (text: string) => `+${text}+`,
    removed: (text: string) => `-${text}-`,
  }
  return wordDiff(before, after)
    .map(({ text, kind }) => marks[kind](text))
    .join('')
}

describe('the difference between two texts', () => {
  it.each([
    ['Lunch at noon', 'Lunch at one', 'Lunch at -noon-+one+'],
    ['one', 'one two', 'one+ two+'],
    ['one two three', 'three', '-one two -three'],
    ['same', 'same', 'same'],
    ['', 'new', '+new+'],
    ['gone', '', '-gone-'],
    ['wait, what?', 'wait what?', 'wait-,- what?'],
    ['grüße aus köln', 'grüße aus bonn', 'grüße aus -köln-+bonn+'],
  ])('%j and %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected)
  })

  it('tells both texts again', () => {
    const before = 'the quick brown fox jumps over the lazy dog'
    const after = 'a quick red fox jumped over the dog, lazily'
    const without = (kind: string) =>
      wordDiff(before, after)
        .filter((piece) => piece.kind !== kind)
        .map(({ text }) => text)
        .join('')
    expect(without('added')).toBe(before)
    expect(without('removed')).toBe(after)
  })

  it('of the longest messages does not take long', () => {
    const long = (word: string) => `${word} `.repeat(2000)
    expect(wordDiff(long('a'), long('b')).length).toBeGreaterThan(1)
  })
})
