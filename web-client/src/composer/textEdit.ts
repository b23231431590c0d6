/** The text of a field and what is selected in it; `from` equals `to` where it is only the caret. */
export interface Selected {
  text: string
  from: number
  to: number
}

/** What to put in the place of a part of a text, and what is selected then, both as places in the whole text. */
export interface TextEdit {
  from: number
  to: number
  insert: string
  select: { from: number; to: number }
}

export function selectedIn(field: HTMLTextAreaElement): Selected {
  return { text: field.value, from: field.selectionStart, to: field.selectionEnd }
}

/** Edits as if it was typed, so that the browser's undo takes it back. */
export function applyEdit(field: HTMLTextAreaElement, { from, to, insert, select }: TextEdit): void {
  field.focus()
  field.setSelectionRange(from, to)
  if (!typeIn(insert, from === to)) {
    field.setRangeText(insert, from, to, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  field.setSelectionRange(select.from, select.to)
}

/** `execCommand` is deprecated, yet nothing else adds to the undo history of a text field. */
function typeIn(text: string, isNothingSelected: boolean): boolean {
  if (text === '') return isNothingSelected || document.execCommand?.('delete') === true
  return document.execCommand?.('insertText', false, text) === true
}

/** The whole lines that a selection touches. */
export function linesOf({ text, from, to }: Selected): { from: number; to: number; lines: string[] } {
  const start = text.lastIndexOf('\n', from - 1) + 1
  // a selection that ends at the beginning of a line does not touch it
  const last = to > from && text[to - 1] === '\n' ? to - 1 : to
  const end = text.indexOf('\n', last)
  const range = { from: start, to: end === -1 ? text.length : end }
  return { ...range, lines: text.slice(range.from, range.to).split('\n') }
}

/** Types a text where the caret is, or over what is selected. */
export function typeInto(field: HTMLTextAreaElement, insert: string): void {
  const { selectionStart: from, selectionEnd: to } = field
  const caret = from + insert.length
  applyEdit(field, { from, to, insert, select: { from: caret, to: caret } })
}
