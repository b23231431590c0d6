import {
  Bold,
  Code,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  SquareCode,
  Strikethrough,
  TextQuote,
} from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { applyFormat, FORMATS, type Format, keyLabel } from './formats.ts'

const ICONS: Readonly<Record<Format, LucideIcon>> = {
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  link: Link,
  numbers: ListOrdered,
  bullets: List,
  quote: TextQuote,
  code: Code,
  codeBlock: SquareCode,
}
/** After these stands a line. */
const GROUP_ENDS: ReadonlySet<Format> = new Set(['strike', 'link', 'bullets', 'quote'] as const)

interface FormattingToolbarProps {
  field: RefObject<HTMLTextAreaElement | null>
  isDisabled?: boolean
}

/** Formats what is selected in the field. One tab stop; the arrow keys go from button to button. */
export function FormattingToolbar({ field, isDisabled = false }: FormattingToolbarProps) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState(0)

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (current + step + FORMATS.length) % FORMATS.length
    setCurrent(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div
      role="toolbar"
      aria-label={t('composer.formatting')}
      onKeyDown={onKeyDown}
      className="flex items-center gap-0.5 overflow-x-auto px-1.5 pt-1.5"
    >
      {FORMATS.map((format, index) => {
        const Icon = ICONS[format]
        const label = t(`composer.format.${format}`)
        return (
          <span key={format} className="contents">
            <Tooltip label={label} shortcut={keyLabel(format)}>
              <button
                type="button"
                tabIndex={index === current ? 0 : -1}
                aria-label={label}
                disabled={isDisabled}
                // the selection stays in the field
                onMouseDown={(event) => event.preventDefault()}
                onFocus={() => setCurrent(index)}
                onClick={() => field.current && applyFormat(field.current, format)}
                className="composer-button"
              >
                <Icon size={16} aria-hidden="true" />
              </button>
            </Tooltip>
            {GROUP_ENDS.has(format) && <span aria-hidden="true" className="mx-1 h-4 w-px shrink-0 bg-line" />}
          </span>
        )
      })}
    </div>
  )
}
