import { describe, expect, it } from 'vitest'
import { isInCode, newLine } from './blocks.ts'
import { editFor, type Format } from './formats.ts'
import type { Selected, TextEdit } from './textEdit.ts'

/** A text in which `[` and `]` stand around what is selected, or `|` for the caret. */
function selected(drawn: string): Selected {
  const from = drawn.search(/[⟦|]/)
  const to = drawn.includes('⟧') ? drawn.indexOf('⟧') - 1 : from
  return { text: drawn.replace(/[⟦⟧|]/g, ''), from, to }
}

function drawn({ text }: Selected, { from, to, insert, select }: TextEdit): string {
  const after = text.slice(0, from) + insert + text.slice(to)
  return select.from === select.to
    ? `${after.slice(0, select.from)}|${after.slice(select.from)}`
    : `${after.slice(0, select.from)}⟦${after.slice(select.from, select.to)}⟧${after.slice(select.to)}`
}

const formatted = (text: string, format: Format) => drawn(selected(text), editFor(selected(text), format))

describe('formatting', () => {
  it.each<[Format, string, string]>([
    ['bold', 'so ⟦it⟧ is', 'so **⟦it⟧** is'],
    ['bold', 'so **⟦it⟧** is', 'so ⟦it⟧ is'],
    ['bold', 'so ⟦**it**⟧ is', 'so ⟦it⟧ is'],
    ['bold', 'so ⟦it ⟧is', 'so **⟦it⟧** is'],
    ['bold', 'so |', 'so **|**'],
    ['bold', 'so **|**', 'so |'],
    ['bold', 'so w|ord', 'so **w|ord**'],
    ['bold', 'so **w|ord**', 'so w|ord'],
    ['bold', '⟦one\n\ntwo⟧', '⟦**one**\n\n**two**⟧'],
    ['italic', '⟦it⟧', '_⟦it⟧_'],
    ['strike', '⟦it⟧', '~~⟦it⟧~~'],
    ['code', '⟦it⟧', '`⟦it⟧`'],
    ['code', '⟦a\n  b⟧', '```|\na\n  b\n```'],
    ['codeBlock', '|', '```|\n\n```'],
    ['codeBlock', '⟦a ``` b⟧', '````|\na ``` b\n````'],
    ['codeBlock', '⟦```js\na\n```⟧', '⟦a⟧'],
    ['quote', 'a\nb|\nc', 'a\n> b|\nc'],
    ['quote', '⟦a\nb⟧', '⟦> a\n> b⟧'],
    ['quote', '⟦> a\n> b⟧', '⟦a\nb⟧'],
    ['bullets', '⟦a\n  b\n⟧c', '⟦- a\n  - b⟧\nc'],
    ['bullets', '⟦- a\n- b⟧', '⟦a\nb⟧'],
    ['numbers', '⟦- a\n- b⟧', '⟦1. a\n2. b⟧'],
    ['numbers', '|', '1. |'],
    ['link', 'see ⟦this⟧', 'see [this](⟦https://⟧)'],
    ['link', 'see |', 'see [|](https://)'],
    ['link', '⟦https://a.example/b⟧', '[|](https://a.example/b)'],
  ])('%s of %j', (format, before, after) => {
    expect(formatted(before, format)).toBe(after)
  })
})

describe('a new line', () => {
  it.each([
    ['plain|', 'plain\n|'],
    ['- one|', '- one\n- |'],
    ['  * one|', '  * one\n  * |'],
    ['9. nine|', '9. nine\n10. |'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
    ['> said|', '> said\n> |'],
    ['> - one|', '> - one\n> - |'],
    ['- one\n- |', '- one\n|'],
    ['> said\n> |', '> said\n|'],
    ['- o|ne', '- o\n- |ne'],
    ['```\n  code|\n```', '```\n  code\n  |\n```'],
    ['```\n- no list|\n```', '```\n- no list\n|\n```'],
  ])('after %j', (before, after) => {
    expect(drawn(selected(before), newLine(selected(before)))).toBe(after)
  })
})

describe('code', () => {
  it.each<[string, boolean]>([
    ['a |', false],
    ['a `b|', true],
    ['a `b` |', false],
    ['```\nb|', true],
    ['```js|', true],
    ['```\nb\n```\n|', false],
    ['````\n```\n|', true],
  ])('at the caret in %j: %s', (text, isCode) => {
    const { text: body, from } = selected(text)
    expect(isInCode(body, from)).toBe(isCode)
  })
})
