import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { isInCodeBlock, newLine } from './blocks.ts'
import { applyFormat, formatOf } from './formats.ts'
import { isLineKey, isSendAnywayKey, isSendKey } from './keys.ts'
import { pasteInto } from './paste/paste.ts'
import { SuggestionList } from './suggest/SuggestionList.tsx'
import { useSuggestions } from './suggest/useSuggestions.ts'
import { applyEdit, selectedIn } from './textEdit.ts'

interface MarkdownFieldProps {
  field: RefObject<HTMLTextAreaElement | null>
  /** Whose members can be mentioned. */
  channelId: string
  /** Whether a slash at the beginning names a command. */
  hasCommands?: boolean
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

/** Where Markdown is written: it grows with its text, keys format what is selected, and names are completed. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { field, channelId, value, label, onText, onSend, onOtherKey } = props
  const { t } = useTranslation()
  const suggesting = useSuggestions(field, value, channelId, props.hasCommands ?? false)
  const { trigger, items, active, listId } = suggesting
  const isSuggesting = trigger !== undefined && items.length > 0

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (suggesting.onKeyDown(event)) return
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
    <>
      <textarea
        id={props.id}
        ref={field}
        rows={1}
        hidden={props.isHidden}
        value={value}
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isSuggesting ? listId : undefined}
        aria-activedescendant={isSuggesting ? suggesting.optionId(active) : undefined}
        placeholder={props.placeholder}
        enterKeyHint="send"
        dir="auto"
        // biome-ignore lint/a11y/noAutofocus: only where writing was asked for just now
        autoFocus={props.autoFocus}
        onFocus={(event) => {
          if (props.autoFocus) event.currentTarget.setSelectionRange(value.length, value.length)
        }}
        onChange={(event) => {
          suggesting.moved(event.target.selectionEnd)
          onText(event.target.value)
        }}
        onSelect={({ currentTarget }) => {
          const { selectionStart, selectionEnd } = currentTarget
          suggesting.moved(selectionStart === selectionEnd ? selectionEnd : -1)
        }}
        onBlur={() => suggesting.moved(-1)}
        onPaste={(event) => {
          if (pasteInto(event.currentTarget, event.clipboardData)) event.preventDefault()
        }}
        onKeyDown={onKeyDown}
        className={`field-sizing-content resize-none outline-none ${props.className}`}
      />
      {isSuggesting && <SuggestionList field={field} suggesting={suggesting} />}
      <span role="status" className="sr-only">
        {isSuggesting ? t('suggest.count', { count: items.length }) : ''}
      </span>
    </>
  )
}
