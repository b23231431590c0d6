import { linesOf, type Selected, type TextEdit } from './textEdit.ts'

export type Block = 'quote' | 'bullets' | 'numbers' | 'codeBlock'

const QUOTE = /^> ?/
const BULLET = /^(\s*)[-*+] /
const NUMBER = /^(\s*)\d{1,9}[.)] /
const FENCE = /^\s*(`{3,}|~{3,})/

export function toggleBlock(selected: Selected, block: Block): TextEdit {
  if (block === 'codeBlock') return toggleCodeBlock(selected)
  const { from, to, lines } = linesOf(selected)
  const pattern = { quote: QUOTE, bullets: BULLET, numbers: NUMBER }[block]
  const isOn = lines.every((line) => pattern.test(line) || (lines.length > 1 && line === ''))
  let number = 0
  const changed = lines.map((line) => {
    if (isOn) return line.replace(pattern, block === 'quote' ? '' : '$1')
    if (block === 'quote') return `> ${line}`
    if (line.trim() === '' && lines.length > 1) return line
    const bare = line.replace(BULLET, '$1').replace(NUMBER, '$1')
    number++
    return bare.replace(/^\s*/, (indent) => `${indent}${block === 'bullets' ? '-' : `${number}.`} `)
  })
  const insert = changed.join('\n')
  const end = from + insert.length
  const isCaret = selected.from === selected.to
  const caret = Math.max(from, selected.from + insert.length - (to - from))
  return { from, to, insert, select: isCaret ? { from: caret, to: caret } : { from, to: end } }
}

/** Fences the selected lines; the caret then stands where the language is named. */
function toggleCodeBlock(selected: Selected): TextEdit {
  const { text } = selected
  const { from, to, lines } = linesOf(selected)
  const fenced = lines.length > 2 && FENCE.test(lines[0] ?? '') && FENCE.test(lines.at(-1) ?? '')
  if (fenced) {
    const insert = lines.slice(1, -1).join('\n')
    return { from, to, insert, select: { from, to: from + insert.length } }
  }
  const code = text.slice(from, to)
  const fence = '`'.repeat(
    Math.max(3, 1 + Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))),
  )
  const caret = from + fence.length
  return { from, to, insert: `${fence}\n${code}\n${fence}`, select: { from: caret, to: caret } }
}

/** Whether a place in a text is between the fences of a block of code, or on the line of the opening one. */
export function isInCodeBlock(text: string, at: number): boolean {
  let open: string | undefined
  for (const line of text.slice(0, at).split('\n')) {
    const fence = FENCE.exec(line)?.[1]
    if (fence === undefined) continue
    if (open === undefined) open = fence
    else if (fence.startsWith(open) && line.trim() === fence) open = undefined
  }
  return open !== undefined
}

/** Whether a place in a text is in code of either kind. */
export function isInCode(text: string, at: number): boolean {
  if (isInCodeBlock(text, at)) return true
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return (line.match(/`/g)?.length ?? 0) % 2 === 1
}

/**
 * A new line where the caret is: it goes on with a list or a quote, and ends it where its last line is empty. In a
 * block of code it keeps the indentation.
 */
export function newLine({ text, from, to }: Selected): TextEdit {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const line = text.slice(start, from)
  const marker = isInCodeBlock(text, from) ? (/^[ \t]*/.exec(line)?.[0] ?? '') : nextMarker(line)
  const isEmptyItem = marker !== '' && line.trim() !== '' && line.length === markerOf(line).length
  if (isEmptyItem && from === to && text.slice(from).search(/[^\n]/) !== 0) {
    return { from: start, to: from, insert: '', select: { from: start, to: start } }
  }
  const caret = from + 1 + marker.length
  return { from, to, insert: `\n${marker}`, select: { from: caret, to: caret } }
}

const MARKER = /^(?:\s*> ?)*(?:\s*(?:[-*+] (?:\[[ xX]\] )?|\d{1,9}[.)] ))?/

function markerOf(line: string): string {
  return MARKER.exec(line)?.[0] ?? ''
}

function nextMarker(line: string): string {
  const marker = markerOf(line)
  return marker.trim() === ''
    ? ''
    : marker
        .replace(/(\d{1,9})([.)] )$/, (_, number, rest) => `${Number(number) + 1}${rest}`)
        .replace(/\[[xX]\]/, '[ ]')
}
