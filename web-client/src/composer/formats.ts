import type { KeyboardEvent } from 'react'
import { type Block, toggleBlock } from './blocks.ts'
import { insertLink, type Mark, toggleMark } from './marks.ts'
import { applyEdit, type Selected, selectedIn, type TextEdit } from './textEdit.ts'

export type Format = Mark | Block | 'link'

interface Key {
  /** As on the key, or the position of a digit, which other layouts label otherwise. */
  key: string
  shift?: true
}

/** What is formatted by which key, together with Ctrl, or Cmd on a Mac. */
export const FORMAT_KEYS: Readonly<Record<Format, Key>> = {
  bold: { key: 'b' },
  italic: { key: 'i' },
  strike: { key: 'x', shift: true },
  link: { key: 'l', shift: true },
  numbers: { key: 'Digit7', shift: true },
  bullets: { key: 'Digit8', shift: true },
  quote: { key: 'Digit9', shift: true },
  code: { key: 'e' },
  codeBlock: { key: 'e', shift: true },
}

export const FORMATS = Object.keys(FORMAT_KEYS) as Format[]

/** @returns the format that a key stands for; undefined for any other key */
export function formatOf(event: KeyboardEvent): Format | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.nativeEvent.isComposing) return undefined
  return FORMATS.find((format) => {
    const { key, shift = false } = FORMAT_KEYS[format]
    return event.shiftKey === shift && (event.key.toLowerCase() === key || event.code === key)
  })
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** How a key is written for people. */
export function keyLabel(format: Format): string {
  const { key, shift } = FORMAT_KEYS[format]
  const name = key.replace('Digit', '').toUpperCase()
  return isMac() ? `${shift ? '⇧' : ''}⌘${name}` : `Ctrl+${shift ? 'Shift+' : ''}${name}`
}

/** Formats what is selected in a field. */
export function applyFormat(field: HTMLTextAreaElement, format: Format): void {
  applyEdit(field, editFor(selectedIn(field), format))
}

export function editFor(selected: Selected, format: Format): TextEdit {
  switch (format) {
    case 'link':
      return insertLink(selected)
    case 'quote':
    case 'bullets':
    case 'numbers':
    case 'codeBlock':
      return toggleBlock(selected, format)
    case 'code':
      return selected.text.slice(selected.from, selected.to).includes('\n')
        ? toggleBlock(selected, 'codeBlock')
        : toggleMark(selected, 'code')
    default:
      return toggleMark(selected, format)
  }
}
