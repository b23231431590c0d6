import { isValidElement, type ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { CodeBlock } from './CodeBlock.tsx'
import { hiddenTarget } from './linkTarget.ts'
import { literalText, withEmoji } from './literalText.ts'

/** One tilde is "about"; two are needed to strike something out. */
const GFM = { singleTilde: false }
const ALLOWED = [
  'p',
  'strong',
  'em',
  'del',
  'a',
  'code',
  'pre',
  'ul',
  'ol',
  'li',
  'blockquote',
  'br',
  'hr',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'img',
  'input',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]

const heading: Components['h1'] = ({ children }) => (
  <p>
    <strong>{children}</strong>
  </p>
)

const COMPONENTS: Components = {
  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
  // an image would tell a stranger's server who reads this, and when
  img: ({ src, alt }) => (
    <SafeLink href={typeof src === 'string' ? src : undefined}>{alt || String(src ?? '')}</SafeLink>
  ),
  pre: ({ children }) => <CodeBlock>{children}</CodeBlock>,
  th: ({ children }) => <th>{children}</th>,
  td: ({ children }) => <td>{children}</td>,
  // each of these runs in the direction of its own text
  table: ({ children }) => <table dir="auto">{children}</table>,
  blockquote: ({ children }) => <blockquote dir="auto">{children}</blockquote>,
  ul: ({ children }) => <ul dir="auto">{children}</ul>,
  ol: ({ children, node, start }) => (
    <ol
      start={start}
      dir="auto"
      style={{ paddingInlineStart: `${numberOf(node?.properties.dataMarkerLength) + 1.5}ch` }}
    >
      {children}
    </ol>
  ),
  li: ({ children, node }) => {
    const { value, dataMarker } = node?.properties ?? {}
    if (typeof dataMarker !== 'string') return <li>{children}</li>
    return (
      <li value={numberOf(value)} style={{ listStyleType: `"${dataMarker} "` }}>
        {children}
      </li>
    )
  },
  input: ({ checked }) => <span>{checked ? '☑' : '☐'}</span>,
  // the line's end itself is in the text, and shown
  br: () => null,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
}

/** Untrusted Markdown: HTML stays text, links are http(s) or mailto, nothing is fetched. */
export default function MarkdownText({
  text,
  named,
}: {
  text: string
  /** Puts emoji in the place of their names, where a text is neither code nor the address of a link. */
  named?: ((text: string) => string) | undefined
}) {
  return (
    <Markdown
      remarkPlugins={[
        [remarkGfm, GFM],
        [literalText, text],
        [withEmoji, named],
      ]}
      allowedElements={ALLOWED}
      unwrapDisallowed
      components={COMPONENTS}
      urlTransform={safeUrl}
    >
      {text}
    </Markdown>
  )
}

function SafeLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href) return <>{children}</>
  const target = hiddenTarget(textOf(children), href)
  return (
    <>
      <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {children}
      </a>
      {target !== undefined && <bdi className="link-target"> ({target})</bdi>}
    </>
  )
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(textOf).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : ''
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.parseInt(String(value), 10) || 0
}

const SAFE_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/** @returns the link when its scheme is harmless; an empty string otherwise, also for relative links */
export function safeUrl(url: string): string {
  try {
    return SAFE_SCHEMES.has(new URL(url).protocol) ? url : ''
  } catch {
    return ''
  }
}
