import { ALargeSmall, AtSign, Eye, type LucideIcon, PencilLine, SendHorizontal, Smile } from 'lucide-react'
import { type RefObject, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Popover } from '../appearance/Popover.tsx'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { lazyWithWords } from '../language/index.ts'
import { toggleFormattingBar, useFormattingBar } from './formattingBar.ts'
import { MAX_BODY, sizeOf } from './messageSize.ts'
import { typeInto } from './textEdit.ts'

const EmojiPicker = lazyWithWords(() => import('../emoji/EmojiPicker.tsx'))

const COUNT_FROM = MAX_BODY - 300

interface ComposerActionsProps {
  field: RefObject<HTMLTextAreaElement | null>
  body: string
  canSend: boolean
  isPreviewing: boolean
  onPreview: () => void
}

/** The lower edge of the composer: what can be put in, how it will look, and off it goes. */
export function ComposerActions({ field, body, canSend, isPreviewing, onPreview }: ComposerActionsProps) {
  const { t } = useTranslation()
  const hasFormatting = useFormattingBar((state) => state.isShown)
  const size = sizeOf(body)
  const type = (text: string) => field.current && typeInto(field.current, text)
  return (
    <div className="flex items-center gap-0.5 px-1.5 pb-1.5">
      <IconButton
        label={t('composer.showFormatting')}
        icon={ALargeSmall}
        isPressed={hasFormatting}
        onClick={toggleFormattingBar}
      />
      <Popover
        label={t('emoji.title')}
        side="top"
        content={(close) => (
          <Suspense>
            <EmojiPicker
              onPick={(emoji) => {
                close()
                type(emoji)
              }}
            />
          </Suspense>
        )}
      >
        <button
          type="button"
          aria-label={t('emoji.title')}
          data-tooltip={t('emoji.title')}
          disabled={isPreviewing}
          className="composer-button"
        >
          <Smile size={17} aria-hidden="true" />
        </button>
      </Popover>
      <IconButton
        label={t('composer.mention')}
        icon={AtSign}
        isDisabled={isPreviewing}
        onClick={() => {
          const before = field.current?.value[field.current.selectionStart - 1] ?? ' '
          type(/\s/.test(before) ? '@' : ' @')
        }}
      />
      <span className="flex-1" />
      {size > COUNT_FROM && (
        <span
          className={`px-2 text-xs tabular-nums ${size > MAX_BODY ? 'font-semibold text-danger' : 'text-soft'}`}
        >
          {MAX_BODY - size}
        </span>
      )}
      <IconButton
        label={t(isPreviewing ? 'composer.write' : 'composer.preview')}
        icon={isPreviewing ? PencilLine : Eye}
        isDisabled={body.trim() === '' && !isPreviewing}
        onClick={onPreview}
      />
      <Tooltip label={t('composer.send')} shortcut="Enter">
        <button
          type="submit"
          disabled={!canSend}
          aria-label={t('composer.send')}
          className="ms-1 inline-flex h-8 w-10 shrink-0 items-center justify-center rounded-lg bg-accent text-on-accent transition-colors disabled:bg-transparent disabled:text-soft max-md:size-11"
        >
          <SendHorizontal size={17} aria-hidden="true" />
        </button>
      </Tooltip>
    </div>
  )
}

interface IconButtonProps {
  label: string
  icon: LucideIcon
  isPressed?: boolean
  isDisabled?: boolean
  onClick: () => void
}

function IconButton({ label, icon: Icon, isPressed, isDisabled = false, onClick }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isPressed}
        disabled={isDisabled}
        // the selection stays in the field
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
        className="composer-button"
      >
        <Icon size={17} aria-hidden="true" />
      </button>
    </Tooltip>
  )
}
