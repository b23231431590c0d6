import { gfm } from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'

const SAFE_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])
/** Nothing of these is text that somebody meant to copy. */
const UNWANTED =
  'img, picture, svg, video, audio, canvas, iframe, object, script, style, template, noscript, head, title, ' +
  'button, input, select, textarea, [hidden], [aria-hidden=true]'

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '_',
  strongDelimiter: '**',
  hr: '---',
  br: '',
})
turndown.use(gfm)
turndown.addRule('strike', {
  filter: ['del', 's'],
  replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`),
})
turndown.addRule('item', {
  filter: 'li',
  replacement(content, item) {
    const parent = item.parentElement
    const first = Number(parent?.getAttribute('start') ?? 1)
    const place = parent ? [...parent.children].indexOf(item as Element) : 0
    const marker = parent?.nodeName === 'OL' ? `${first + place}. ` : '- '
    const lines = content.trim().replace(/\n{2,}/g, '\n')
    return `${marker}${lines.replaceAll('\n', `\n${' '.repeat(marker.length)}`)}${item.nextSibling ? '\n' : ''}`
  },
})
/** In a chat most signs are just signs: only what would be Markdown is escaped, with what the server shows as such. */
turndown.escape = (text) =>
  text
    .replace(/[*`[\]]/g, '\\$&')
    .replace(/~~/g, '\\~\\~')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\s*)([#>+-])(?=\s)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2')

/**
 * The Markdown of copied HTML: without images, and with links to the web and to mail addresses only.
 * It is parsed into a document of its own, in which nothing is fetched and nothing runs.
 */
export function htmlToMarkdown(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll(UNWANTED)) element.remove()
  for (const link of body.querySelectorAll('a')) {
    if (!isSafe(link.getAttribute('href')) || link.textContent?.trim() === '') unwrap(link)
  }
  nameFormats(body)
  return turndown
    .turndown(body)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function isSafe(href: string | null): boolean {
  return href !== null && URL.canParse(href) && SAFE_SCHEMES.has(new URL(href).protocol)
}

/** Word processors say by style what HTML has elements for, and wrap all of it in a <b> that is none. */
function nameFormats(body: HTMLElement): void {
  for (const bold of body.querySelectorAll<HTMLElement>('b, strong')) {
    if (/^(normal|400)$/.test(bold.style.fontWeight)) unwrap(bold)
  }
  for (const span of body.querySelectorAll<HTMLElement>('span')) {
    const { fontWeight, fontStyle, textDecorationLine, textDecoration } = span.style
    if (/^(bold|[6-9]00)$/.test(fontWeight)) wrapContent(span, 'strong')
    if (fontStyle === 'italic') wrapContent(span, 'em')
    if (`${textDecorationLine}${textDecoration}`.includes('line-through')) wrapContent(span, 'del')
  }
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

function wrapContent(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}
