import { describe, expect, it } from 'vitest'
import { matchesOf, snippetOf } from './snippet.ts'

function marked(body: string, words: string[]): string {
  return snippetOf(body, words)
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('')
}

describe('what is shown of a found message', () => {
  it('marks what matched, whatever its case', () => {
    expect(marked('The Build is green', ['build'])).toBe('The [Build] is green')
  })

  it('begins near the first match of a long message', () => {
    const text = marked(`${'blah '.repeat(200)}needle in a haystack`, ['needle'])
    expect(text).toMatch(/^… (blah )+\[needle\] in a haystack$/)
    expect(text.length).toBeLessThan(150)
  })

  it('ends after a while', () => {
    expect(marked(`needle ${'blah '.repeat(200)}`, ['needle'])).toMatch(/ …$/)
  })

  it('takes special characters as they are', () => {
    expect(marked('is it (a+b)?', ['(a+b)?'])).toBe('is it [(a+b)?]')
  })

  it('reads the matches out of the server’s fragments', () => {
    expect(matchesOf(['the «build» is «green»', '… «build» …'])).toEqual(['build', 'green'])
  })
})
