// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { htmlToMarkdown } from './htmlToMarkdown.ts'

describe('copied HTML', () => {
  it.each([
    ['<p>so <b>it</b> <i>is</i> <s>not</s> <code>x_y</code></p>', 'so **it** _is_ ~~not~~ `x_y`'],
    ['<p>one</p><p>two<br>three</p>', 'one\n\ntwo\nthree'],
    ['<h2>Title</h2><p>text</p>', '## Title\n\ntext'],
    ['<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
    ['<ol start="3"><li><p>a</p></li><li>b</li></ol>', '3. a\n4. b'],
    ['<blockquote><p>said</p></blockquote>', '> said'],
    ['<pre><code class="language-js">if (a) {\n    b()\n}</code></pre>', '```js\nif (a) {\n    b()\n}\n```'],
    [
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
      '| a   | b   |\n| --- | --- |\n| 1   | 2   |',
    ],
    ['<a href="https://a.example/b">here</a>', '[here](https://a.example/b)'],
    ['<a href="mailto:ada@a.example">write</a>', '[write](mailto:ada@a.example)'],
    [
      '<b style="font-weight:normal"><span style="font-weight:700">bold</span> <span style="font-style:italic">it</span></b>',
      '**bold** _it_',
    ],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown)
  })

  it.each([
    ['<a href="javascript:alert(1)">here</a>', 'here'],
    ['<a href="data:text/html,x">here</a>', 'here'],
    ['<a href="/relative">here</a>', 'here'],
    ['a<img src="https://tracker.example/p.png" alt="pixel">b', 'ab'],
    ['<a href="https://a.example"><img src="x"></a>text', 'text'],
    ['<style>p{}</style><script>alert(1)</script>text', 'text'],
    ['<p onclick="alert(1)">text</p>', 'text'],
  ])('brings nothing that fetches or runs: %s', (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown)
  })

  it.each([
    ['2*3*4 and snake_case', '2\\*3\\*4 and snake_case'],
    ['_x_ [y] `z` ~~w~~', '\\_x\\_ \\[y\\] \\`z\\` \\~\\~w\\~\\~'],
    ['# no title', '\\# no title'],
    ['1. no list', '1\\. no list'],
    ['C:\\temp', 'C:\\temp'],
  ])('whose text could be Markdown stays text: %s', (text, markdown) => {
    expect(htmlToMarkdown(`<p>${text}</p>`)).toBe(markdown)
  })
})
