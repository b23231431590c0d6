// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
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
