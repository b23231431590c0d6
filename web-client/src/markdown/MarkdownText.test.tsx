// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { replaceNames } from '../emoji/emojiTable.ts'
import MarkdownText, { safeUrl } from './MarkdownText.tsx'
import { mayBeMarkdown } from './MessageBody.tsx'

function shown(text: string): HTMLElement {
  return render(<MarkdownText text={text} />).container
}

describe('the text of a message', () => {
  it('never becomes HTML', () => {
    const naughty = '<img src=x onerror=alert(1)><script>alert(1)</script><b>bold</b>'
    const container = shown(naughty)
    expect(container.querySelector('img, script, b')).toBeNull()
    expect(container.textContent).toContain('<script>alert(1)</script>')
  })

  it('links only where it is harmless', () => {
    const container = shown(
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](/relative) [d](https://e.org)',
    )
    const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    expect(links).toEqual(['https://e.org'])
    expect(container.querySelector('a')?.rel).toContain('noopener')
  })

  it('shows a link in the place of an image, so that nothing is fetched', () => {
    const container = shown('![a cat](https://tracker.example/cat.png)')
    expect(container.querySelector('img')).toBeNull()
    expect(container.querySelector('a')?.textContent).toBe('a cat')
  })

  it('shows emphasis, lists and code', () => {
    const container = shown('**bold** and `code`\n\n- one\n- two\n\n```js\nlet x\n```')
    expect(container.querySelector('strong')?.textContent).toBe('bold')
    expect(container.querySelectorAll('li')).toHaveLength(2)
    expect(container.querySelector('pre')?.textContent).toContain('let x')
  })

  it('keeps the number of each item as it was written', () => {
    const markers = (text: string) =>
      [...shown(text).querySelectorAll('li')].map((item) =>
        item.style.listStyleType.replaceAll('"', '').trim(),
      )
    expect(markers('5. five')).toEqual(['5.'])
    expect(markers('3. three\n6. six')).toEqual(['3.', '6.'])
    expect(markers('1) one\n2) two')).toEqual(['1)', '2)'])
    expect(markers('007. Bond')).toEqual(['007.'])
    expect(markers('123456789. is the id')).toEqual(['123456789.'])
    expect(markers('1. one\n\n   4. four\n   9. nine\n2. two')).toEqual(['1.', '4.', '9.', '2.'])
    expect(markers('> 8. eight')).toEqual(['8.'])
    expect(shown('2019. was a year').querySelector('li')?.value).toBe(2019)
  })

  it.each([
    '¯\\_(ツ)_/¯',
    '¯\\_(ツ)_/¯ C:\\path\\_x_ and *.txt and ¯\\_(ツ)_/¯',
    '^_^ well -_- and >_< (._.)',
    '\\o/',
    'C:\\path\\_x_\\*.txt',
    '\\\\server\\share\\_new_',
    '\\(^o^)/',
    'snake_case_name',
    '2*3*4 and a*b*c',
    '5~6 and 7~8',
    '[1]: https://e.org',
    'as in [^1]',
    '[^1]: a note',
    'List<String> x = a<b>c</b>;',
    '\\d+\\.\\d+',
  ])('is shown as it was written: %s', (text) => {
    const container = shown(text)
    expect(container.textContent).toBe(text)
    expect(container.querySelector('em, del')).toBeNull()
  })

  it('is shown as it was written in quotes, lists and tables as well', () => {
    const face = '¯\\_(ツ)_/¯ and C:\\x\\_y_'
    for (const around of [
      `> ${face}`,
      `- one\n\n  - ${face}`,
      `| a |\n|---|\n| ${face} |`,
      `a\tb\r\n> ${face}`,
    ]) {
      expect(shown(around).textContent).toContain(face)
    }
  })

  it('lets a backslash keep what would be Markdown', () => {
    expect(shown('\\*not bold\\* and \\_this\\_').textContent).toBe('*not bold* and _this_')
    expect(shown('1\\. no list').textContent).toBe('1. no list')
    expect(shown('`C:\\\\x \\_`').textContent).toBe('C:\\\\x \\_')
  })

  it('keeps lines in lists, and what is done and what is not', () => {
    expect(shown('- one\n  more').querySelector('li')?.textContent?.trim()).toBe('one\nmore')
    expect(shown('a  \nb').textContent).toBe('a\nb')
    expect(shown('- [ ] open\n- [x] done').textContent).toMatch(/☐ ?open\s*☑ ?done/)
  })

  it('shows emoji by name, but neither in code nor in addresses', () => {
    const text = '**:wave:** `:wave:` https://e.org/:wave:'
    const { container } = render(<MarkdownText text={text} named={replaceNames} />)
    expect(container.textContent).toBe('👋 :wave: https://e.org/:wave:')
  })

  it('runs lists, quotes and tables in the direction of their text', () => {
    const container = shown('- שלום\n\n> שלום\n\n| א | ב |\n|---|---|\n| ג | ד |')
    for (const tag of ['ul', 'blockquote', 'table'])
      expect(container.querySelector(tag)?.getAttribute('dir')).toBe('auto')
  })

  it.each(['https://e.org/x', 'mailto:a@e.org'])('takes %s for a safe link', (url) => {
    expect(safeUrl(url)).toBe(url)
  })

  it.each(['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'vbscript:x', 'file:///etc/passwd', '//e.org', ''])(
    'does not take %s for a safe link',
    (url) => {
      expect(safeUrl(url)).toBe('')
    },
  )

  it('needs no Markdown when it is plain', () => {
    expect(mayBeMarkdown('Good morning, everybody! Shall we (as always) meet at 10:30?')).toBe(false)
    for (const marked of ['*hi*', 'see https://e.org', 'a\n\nb', '- one', '1. one', '> quote', 'www.e.org']) {
      expect(mayBeMarkdown(marked)).toBe(true)
    }
  })
})
