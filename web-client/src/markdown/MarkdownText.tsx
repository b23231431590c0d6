import { Square, SquareCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { CodeBlock } from './CodeBlock.tsx'
import { Foldable, isLong } from './Foldable.tsx'
import { hiddenTarget } from './linkTarget.ts'
import { literalText, withEmoji } from './literalText.ts'
import { Mention } from './Mention.tsx'
import { type MentionedNames, withMentions, withSpoilers } from './mentionsAndSpoilers.ts'
import { Spoiler } from './Spoiler.tsx'
import { textOf } from './textOf.ts'

/** One tilde is "about"; two are needed to strike something out. */
const GFM = { singleTilde: false }
/** A quote is there to remind; a longer one hides the answer. */
const LONG_QUOTE = { lines: 6, characters: 500 }
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
  'span',
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
  blockquote: ({ children }) => <Quote>{children}</Quote>,
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
    const { className } = node?.properties ?? {}
    const isTask = Array.isArray(className) && className.includes('task-list-item')
    if (isTask) return <li className="task">{children}</li>
    if (typeof dataMarker !== 'string') return <li>{children}</li>
    return (
      <li value={numberOf(value)} style={{ listStyleType: `"${dataMarker} "` }}>
        {children}
      </li>
    )
  },
  input: ({ checked }) => <TaskMark isDone={checked === true} />,
  // Markdown knows no such element: these are ours
  span: ({ children, node }) => {
    const { dataMention, dataSpoiler } = node?.properties ?? {}
    if (dataSpoiler !== undefined) return <Spoiler>{children}</Spoiler>
    return <Mention accountId={String(dataMention ?? '')}>{children}</Mention>
  },
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
  mentioned,
}: {
  text: string
  /** Whose names are marked. */
  mentioned?: MentionedNames | undefined
  /** Puts emoji in the place of their names, where a text is neither code nor the address of a link. */
  named?: ((text: string) => string) | undefined
}) {
  return (
    <Markdown
      remarkPlugins={[
        [remarkGfm, GFM],
        [literalText, text],
        [withEmoji, named],
        [withMentions, mentioned],
        withSpoilers,
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
      <Tooltip label={href}>
        <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
          {children}
        </a>
      </Tooltip>
      {target !== undefined && <bdi className="link-target"> ({target})</bdi>}
    </>
  )
}

function Quote({ children }: { children: ReactNode }) {
  const text = textOf(children)
  if (!isLong(text.trim(), LONG_QUOTE)) return <blockquote dir="auto">{children}</blockquote>
  return (
    <blockquote dir="auto">
      <Foldable text={text} className="max-h-28">
        {children}
      </Foldable>
    </blockquote>
  )
}

function TaskMark({ isDone }: { isDone: boolean }) {
  const Icon = isDone ? SquareCheck : Square
  return (
    <>
      <Icon size={16} aria-hidden="true" className={isDone ? 'text-accent' : 'text-soft'} />
      <span className="sr-only">{isDone ? '☑' : '☐'}</span>
    </>
  )
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
