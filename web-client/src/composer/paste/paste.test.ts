// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pasteInto } from './paste.ts'

describe('pasting', () => {
  let field: HTMLTextAreaElement

  beforeEach(() => {
    document.body.innerHTML = '<textarea></textarea>'
    field = document.querySelector('textarea') as HTMLTextAreaElement
  })

  function paste(text: string, html = ''): boolean {
    const getData = (type: string) => (type === 'text/html' ? html : text)
    return pasteInto(field, { getData } as DataTransfer)
  }

  it('leaves plain text, and HTML that formats nothing, to the browser', () => {
    expect(paste('  indented\n\ttext')).toBe(false)
    expect(paste('text', '<meta charset="utf-8"><span>text</span>')).toBe(false)
  })

  it('makes Markdown of what is formatted, where the caret is', async () => {
    field.value = 'so  is'
    field.setSelectionRange(3, 3)
    expect(paste('it', '<b>it</b>')).toBe(true)
    await vi.waitFor(() => expect(field.value).toBe('so **it** is'))
    expect(field.selectionStart).toBe(9)
  })

  it('makes a link of what is selected and an address', () => {
    field.value = 'see this page'
    field.setSelectionRange(4, 8)
    expect(paste('https://a.example/b')).toBe(true)
    expect(field.value).toBe('see [this](https://a.example/b) page')
  })

  it('fences code of an editor, with its indentation', () => {
    const style = "font-family: 'Droid Sans Mono', monospace; white-space: pre;"
    expect(paste('if (a) {\r\n    b()\r\n}', `<div style="${style}"><div>if (a) {</div></div>`)).toBe(true)
    expect(field.value).toBe('```\nif (a) {\n    b()\n}\n```\n')
  })

  it('pastes text as it is within code', () => {
    field.value = '```\n'
    field.setSelectionRange(4, 4)
    expect(paste('it', '<b>it</b>')).toBe(false)
  })
})
