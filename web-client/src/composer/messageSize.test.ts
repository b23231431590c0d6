import { describe, expect, it } from 'vitest'
import { isVisible } from './messageSize.ts'

describe('a message', () => {
  it.each([
    '',
    ' \n',
    '\u200b',
    '\u2060\ufe0f',
    '\u3164',
    '\u115f\u1160',
    '\u2800',
    '\u00ad',
    '\u202e\u202c',
  ])('of which nothing is seen is none: %j', (body) => {
    expect(isVisible(body)).toBe(false)
  })

  it.each(['a', '\u200ba', '.', '❤️', '👍🏽', 'ش'])('of which something is seen is one: %j', (body) => {
    expect(isVisible(body)).toBe(true)
  })
})
