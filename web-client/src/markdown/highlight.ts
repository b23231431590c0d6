import { common, createLowlight } from 'lowlight'
import { createElement, type ReactNode } from 'react'

const lowlight = createLowlight(common)

type Highlighted = ReturnType<typeof lowlight.highlight>
type Child = Highlighted['children'][number]

/** Code in colours; undefined for a language that is not known. Load it lazily. */
export function highlight(code: string, language: string): ReactNode[] | undefined {
  if (!lowlight.registered(language)) return undefined
  return lowlight.highlight(language, code).children.map(shown)
}

function shown(node: Child, index: number): ReactNode {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return null
  const { className } = node.properties
  return createElement(
    'span',
    { key: index, className: Array.isArray(className) ? className.join(' ') : undefined },
    ...node.children.map(shown),
  )
}
