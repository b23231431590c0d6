// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadMarkdown, MessageBody } from './MessageBody.tsx'

const HARMLESS = new Set(['http:', 'https:', 'mailto:'])

/** What has hurt others: each must stay text, or become a link that cannot do anything. */
const ATTEMPTS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<input autofocus onfocus=alert(1)>',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](blob:https://e.org/1)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](https://tracker.example/p.png"onerror="alert(1))',
  '![x][r]\n\n[r]: javascript:alert(1)',
  '[x]: javascript:alert(1)\n[x]',
  '**<b onmouseover=alert(1)>x</b>**',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
  '```"><img src=x onerror=alert(1)>\nx\n```',
  '||<img src=x onerror=alert(1)>||',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  '> <script>alert(1)</script>',
  '- [ ] <img src=x onerror=alert(1)>',
  '@mia<img src=x onerror=alert(1)>',
  ':wave:<img src=x onerror=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '"><img src=x onerror=alert(1)>',
  "';alert(1)//",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<x xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:alert(1)">',
  'https://e.org/"onmouseover="alert(1)',
  'www.e.org"><script>alert(1)</script>',
]

describe('what tries to become more than a text', () => {
  beforeAll(loadMarkdown)

  it.each(ATTEMPTS)('%s', async (text) => {
    const mentions = { accountIds: ['mia'], channel: true, here: true }
    const { container } = render(<MessageBody body={text} mentions={mentions} />)
    // the highlighter comes a moment later
    if (text.startsWith('```html')) await import('./highlight.ts')
    expect(
      container.querySelector(
        'script, img, iframe, style, base, meta, form, math, object, embed, details, input, noscript',
      ),
    ).toBeNull()
    for (const element of container.querySelectorAll('*')) {
      const names = element.getAttributeNames()
      expect(names.filter((name) => name.startsWith('on') || name === 'srcdoc' || name === 'src')).toEqual([])
    }
    for (const link of container.querySelectorAll('a'))
      expect(HARMLESS).toContain(new URL(link.href).protocol)
  })
})
