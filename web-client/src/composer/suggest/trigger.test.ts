import { describe, expect, it } from 'vitest'
import { triggerAt } from './trigger.ts'

const at = (drawn: string) => {
  const found = triggerAt(drawn.replace('|', ''), drawn.indexOf('|'))
  return found && `${found.kind} ${found.query}`
}

describe('what can be completed', () => {
  it.each([
    ['@|', 'person '],
    ['hi @ad|', 'person ad'],
    ['hi @ad| there', 'person ad'],
    ['(@ad|', 'person ad'],
    ['**@ad|', 'person ad'],
    ['＠ad|', 'person ad'],
    ['こんにちは@ad|', 'person ad'],
    ['see #gen|', 'channel gen'],
    ['one\n:ta|', 'emoji ta'],
    [':+1|', 'emoji +1'],
    ['/|', 'command '],
    ['/to|', 'command to'],
    ['```|', 'codeLanguage '],
    ['text\n```ja|\ncode\n```', 'codeLanguage ja'],
  ])('%j', (drawn, found) => {
    expect(at(drawn)).toBe(found)
  })

  it.each([
    'ada@exa|',
    'https://a.example/#fr|',
    'at 10:30|',
    'note:no|',
    ':)|',
    ':D|',
    'C#|',
    '`@ad|',
    '```\n@ad|\n```',
    '```\ncode\n```|',
    '@ada said|',
    'either /or|',
    '/topic new|',
  ])('nothing in %j', (drawn) => {
    expect(at(drawn)).toBeUndefined()
  })
})
