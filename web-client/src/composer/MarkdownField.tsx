import type { KeyboardEvent, RefObject } from 'react'
import { isInCodeBlock, newLine } from './blocks.ts'
import { applyFormat, formatOf } from './formats.ts'
import { isLineKey, isSendAnywayKey, isSendKey } from './keys.ts'
import { applyEdit, selectedIn } from './textEdit.ts'

interface MarkdownFieldProps {
  field: RefObject<HTMLTextAreaElement | null>
  value: string
  label: string
  placeholder?: string | undefined
  id?: string | undefined
  className: string
  isHidden?: boolean
  autoFocus?: boolean
  onText: (text: string) => void
  onSend: () => void
  /** A key that means nothing in the text itself. */
  onOtherKey: (event: KeyboardEvent) => void
}

/** Where Markdown is written: it grows with its text, and keys format what is selected. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { field, value, label, onText, onSend, onOtherKey } = props

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const target = event.currentTarget
    const format = formatOf(event)
    if (format) {
      event.preventDefault()
      applyFormat(target, format)
    } else if (isSendAnywayKey(event) || (isSendKey(event) && !isInCodeBlock(value, target.selectionStart))) {
      event.preventDefault()
      onSend()
    } else if (isSendKey(event) || isLineKey(event)) {
      event.preventDefault()
      applyEdit(target, newLine(selectedIn(target)))
    } else {
      onOtherKey(event)
    }
  }

  return (
    <textarea
      id={props.id}
      ref={field}
      rows={1}
      hidden={props.isHidden}
      value={value}
      aria-label={label}
      placeholder={props.placeholder}
      enterKeyHint="send"
      dir="auto"
      // biome-ignore lint/a11y/noAutofocus: only where writing was asked for just now
      autoFocus={props.autoFocus}
      onFocus={(event) => {
        if (props.autoFocus) event.currentTarget.setSelectionRange(value.length, value.length)
      }}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
      className={`field-sizing-content resize-none outline-none ${props.className}`}
    />
  )
}
