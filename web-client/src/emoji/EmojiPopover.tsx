import { Popover } from 'radix-ui'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import EmojiPicker from './EmojiPicker.tsx'

/** The picker beside the control that asked for it. Load it lazily. */
export default function EmojiPopover({
  anchor,
  onPick,
  onClose,
}: {
  anchor: RefObject<HTMLElement | null>
  onPick: (emoji: string) => void
  /** When it is left, whether with an emoji or without. */
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          aria-label={t('emoji.title')}
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="z-50 overflow-hidden rounded-xl border border-line bg-canvas shadow-float"
        >
          <EmojiPicker
            onPick={(emoji) => {
              onPick(emoji)
              onClose()
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
