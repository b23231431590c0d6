import { isInCode } from '../blocks.ts'
import { insertLink, isAddress } from '../marks.ts'
import { applyEdit, selectedIn, typeInto } from '../textEdit.ts'

/** Elements of which Markdown makes something; HTML without any is as well pasted as text. */
const FORMATTED =
  /<(?:a|b|strong|i|em|s|del|code|pre|ul|ol|table|blockquote|h[1-6])[\s>]|font-(?:weight|style):|line-through/i
/** What editors of code copy: text that keeps its spaces, in a font for code. */
const CODE_STYLE = /font-family:[^;"]*mono|font-family:[^;"]*(?:consolas|menlo|courier)/i

/**
 * Pastes what is formatted as Markdown, code with its indentation and between fences, and an address over a selection as
 * its link. Everything else, and Ctrl+Shift+V, is left to the browser: plain text.
 */
export function pasteInto(field: HTMLTextAreaElement, data: DataTransfer): boolean {
  const text = data.getData('text/plain').replaceAll('\r\n', '\n')
  const html = data.getData('text/html')
  const selected = selectedIn(field)
  const { text: body, from, to } = selected
  if (isInCode(body, from)) return false
  if (from !== to && isAddress(text.trim()) && !/\n/.test(body.slice(from, to))) {
    const link = insertLink(selected, text.trim())
    const end = from + link.insert.length
    applyEdit(field, { ...link, select: { from: end, to: end } })
    return true
  }
  if (CODE_STYLE.test(html) && /white-space:\s*pre/i.test(html) && text.includes('\n')) {
    const isLineStart = from === 0 || body[from - 1] === '\n'
    typeInto(field, `${isLineStart ? '' : '\n'}\`\`\`\n${text.replace(/\n+$/, '')}\n\`\`\`\n`)
    return true
  }
  if (!FORMATTED.test(html)) return false
  void pasteFormatted(field, html, text)
  return true
}

async function pasteFormatted(field: HTMLTextAreaElement, html: string, text: string): Promise<void> {
  let markdown = text
  try {
    markdown = (await import('./htmlToMarkdown.ts')).htmlToMarkdown(html) || text
  } catch {
    // without its converter it is pasted as text
  }
  if (field.isConnected) typeInto(field, markdown)
}
