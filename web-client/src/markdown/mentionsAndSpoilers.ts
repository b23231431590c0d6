import type { Nodes, Parents, PhrasingContent, Text } from 'mdast'
import type { Transformer } from 'unified'

/** Who is mentioned, by the name in lower case; the value is an account's id, or empty for everybody. */
export type MentionedNames = ReadonlyMap<string, string>

const NAME = /(?<![\p{L}\p{N}_@＠])[@＠]([A-Za-z0-9][A-Za-z0-9._-]{0,39})/gu
const BAR = '||'

/** Marks the names of those who are mentioned. */
export function withMentions(names: MentionedNames | undefined): Transformer | undefined {
  if (!names || names.size === 0) return undefined
  return (tree) => eachText(tree as Nodes, (text) => mentionsIn(text, names))
}

/** Hides what stands between two pairs of bars. */
export function withSpoilers(): Transformer {
  return (tree) => hideSpoilers(tree as Nodes)
}

function eachText(node: Nodes, replaced: (text: string) => PhrasingContent[]): void {
  if (!('children' in node) || node.type === 'link') return
  const parent: Parents = node
  parent.children = (parent.children as PhrasingContent[]).flatMap((child) => {
    if (child.type === 'text') return replaced(child.value)
    eachText(child, replaced)
    return [child]
  }) as typeof parent.children
}

function mentionsIn(text: string, names: MentionedNames): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const found of text.matchAll(NAME)) {
    const name = longestKnown(found[1] ?? '', names)
    if (name === undefined) continue
    const upTo = found.index + 1 + name.length
    if (found.index > end) parts.push(textNode(text.slice(end, found.index)))
    const id = names.get(name.toLowerCase()) ?? ''
    parts.push(spanNode({ dataMention: id }, [textNode(text.slice(found.index, upTo))]))
    end = upTo
  }
  return end === 0 ? [textNode(text)] : [...parts, ...(end < text.length ? [textNode(text.slice(end))] : [])]
}

/** A dot after a name may end the sentence. */
function longestKnown(written: string, names: MentionedNames): string | undefined {
  for (let name = written; name !== ''; name = name.slice(0, -1)) {
    if (names.has(name.toLowerCase())) return name
    if (!/[._-]$/.test(name)) return undefined
  }
  return undefined
}

function hideSpoilers(node: Nodes): void {
  if (!('children' in node)) return
  const parent: Parents = node
  for (const child of parent.children) hideSpoilers(child)
  if (!parent.children.some((child) => child.type === 'text' && child.value.includes(BAR))) return
  const shown: PhrasingContent[] = []
  let opened = -1
  for (const piece of splitAtBars(parent.children as PhrasingContent[])) {
    const isBar = piece.type === 'text' && piece.value === BAR
    if (!isBar) {
      shown.push(piece)
    } else if (opened === -1 || !isEnclosed(shown.slice(opened + 1))) {
      opened = shown.push(piece) - 1
    } else {
      const hidden = shown.splice(opened).slice(1)
      shown.push(spanNode({ dataSpoiler: '' }, hidden))
      opened = -1
    }
  }
  parent.children = shown as typeof parent.children
}

function splitAtBars(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] =>
    child.type === 'text'
      ? child.value
          .split(/(\|\|)/)
          .filter((piece) => piece !== '')
          .map(textNode)
      : [child],
  )
}

/** `a || b || c` is logic, no secret: what is hidden touches its bars. */
function isEnclosed(pieces: readonly PhrasingContent[]): boolean {
  const first = pieces[0]
  const last = pieces.at(-1)
  if (!first || !last) return false
  return (
    !(first.type === 'text' && /^\s/.test(first.value)) && !(last.type === 'text' && /\s$/.test(last.value))
  )
}

function textNode(value: string): Text {
  return { type: 'text', value }
}

/** An element that Markdown has no name for. */
function spanNode(hProperties: Record<string, string>, children: PhrasingContent[]): PhrasingContent {
  return { type: 'emphasis', data: { hName: 'span', hProperties }, children }
}
