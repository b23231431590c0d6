import type { Emphasis, List, Nodes, Parents } from 'mdast'
import type { Construct, Extension, State, TokenizeContext } from 'micromark-util-types'
import type { Processor, Transformer } from 'unified'

/** What a backslash keeps from becoming Markdown; before anything else people mean the backslash itself. */
const ESCAPED = /[*_~`[\]<|]/
/** These are Markdown at the beginning of a line only. */
const ESCAPED_AT_LINE_START = /[.)+\-#>]/
/** Drive and network paths, in which every backslash is one. */
const PATH = /(?<![^\s"'(])(?:[A-Za-z]:\\|\\\\)\S*/g
const MACRONS = '¯‾￣'

/** A face such as `^_^` or `¯\\_(ツ)_/¯`: an underscore between signs emphasises nothing. */
const FACE = /(?<=[^\s\p{L}\p{N}*_~])_(?=[^\s\p{L}\p{N}*_~])/gu

/** Where signs stand that are shown although they could be Markdown; a backslash together with what follows it. */
export function shownSigns(text: string): Set<number> {
  const shown = new Set<number>()
  for (const path of text.matchAll(PATH)) {
    for (const sign of path[0].matchAll(/[\\*_~`]/g)) shown.add(path.index + sign.index)
  }
  for (const face of text.matchAll(FACE)) shown.add(face.index)
  for (let at = text.indexOf('\\'); at !== -1; at = text.indexOf('\\', at + 1)) {
    const next = text[at + 1] ?? ''
    const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
    const isNeeded = ESCAPED.test(next) || (ESCAPED_AT_LINE_START.test(next) && /^[\s>]*\d*$/.test(line))
    const isShrug = next === '_' && MACRONS.includes(text[at - 1] ?? ' ')
    if (!isNeeded || isShrug) shown.add(at)
  }
  return shown
}

/**
 * Chat is no document: numbers of lists, backslashes and `2*3*4` are shown as they were written, and nothing of a text
 * vanishes as a definition or a footnote.
 */
export function literalText(this: Processor, text: string): Transformer {
  const data = this.data() as { micromarkExtensions?: Extension[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), grammar(shownSigns(text))]
  return (tree) => keepLiteral(tree as Nodes, text)
}

const BACKSLASH = '\\'.charCodeAt(0)
const SIGNS = [...'\\*_~`'].map((sign) => sign.charCodeAt(0))
const UNUSED = ['definition', 'gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall']

function grammar(shown: ReadonlySet<number>): Extension {
  const shownSign: Construct = {
    name: 'shownSign',
    tokenize(this: TokenizeContext, effects, ok, nok): State {
      return (code) => {
        if (!shown.has(this.now().offset)) return nok(code)
        effects.enter('data')
        effects.consume(code)
        return (next) => {
          // what follows a backslash is no Markdown either; a line's end is for others to see
          if (code === BACKSLASH && next !== null && next > 32) effects.consume(next)
          else {
            effects.exit('data')
            return ok(next)
          }
          return (after) => {
            effects.exit('data')
            return ok(after)
          }
        }
      }
    },
  }
  return {
    text: Object.fromEntries(SIGNS.map((sign) => [sign, shownSign])),
    disable: { null: UNUSED },
  }
}

function keepLiteral(node: Nodes, text: string): void {
  if (!('children' in node)) return
  if (node.type === 'list' && node.ordered) keepNumbers(node, text)
  // a paragraph of its own, so that lines stay lines in lists as well
  if (node.type === 'listItem') node.spread = true
  const parent: Parents = node
  parent.children = parent.children.flatMap((child) => {
    keepLiteral(child, text)
    return child.type === 'emphasis' && isProduct(child, text)
      ? [{ type: 'text', value: '*' }, ...child.children, { type: 'text', value: '*' }]
      : [child]
  }) as typeof parent.children
}

/** `2*3*4`, where no writer of Latin means emphasis. */
function isProduct(node: Emphasis, text: string): boolean {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined || text[start] !== '*') return false
  return /[A-Za-z0-9)]/.test(text[start - 1] ?? '') && /[A-Za-z0-9(]/.test(text[end] ?? '')
}

/** Each item carries its own number, with the zeros and the bracket that it was written with. */
function keepNumbers(list: List, text: string): void {
  let longest = 0
  for (const item of list.children) {
    const offset = item.position?.start.offset
    const marker =
      offset === undefined ? undefined : /^\d{1,9}[.)]/.exec(text.slice(offset, offset + 10))?.[0]
    if (marker === undefined) continue
    longest = Math.max(longest, marker.length)
    item.data = { hProperties: { value: String(Number.parseInt(marker, 10)), dataMarker: marker } }
  }
  list.data = { hProperties: { dataMarkerLength: String(longest) } }
}

/** Puts emoji in the place of their names. */
export function withEmoji(named: ((text: string) => string) | undefined): Transformer | undefined {
  return named && ((tree) => nameEmoji(tree as Nodes, named))
}

function nameEmoji(node: Nodes, named: (text: string) => string): void {
  if (node.type === 'text') node.value = named(node.value)
  else if ('children' in node && node.type !== 'link') {
    for (const child of node.children) nameEmoji(child, named)
  }
}
