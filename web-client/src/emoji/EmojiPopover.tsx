import { type RefObject, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Measurable } from '../appearance/Menu.tsx'
import { OpenPopover } from '../appearance/Popover.tsx'
import { lazyWithWords } from '../language/index.ts'

const EmojiPicker = lazyWithWords(() => import('./EmojiPicker.tsx'))

/** The picker beside what asked for it; loaded with the first one. */
export function EmojiPopover({
  anchor,
  onPick,
  onClose,
}: {
  anchor: RefObject<Measurable | null>
  onPick: (emoji: string) => void
  /** When it is left, whether with an emoji or without. */
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <OpenPopover label={t('emoji.title')} anchor={anchor} side="top" align="end" onClose={onClose}>
      <Suspense fallback={<div className="h-80 w-[19.5rem] max-md:w-[20.5rem]" />}>
        <EmojiPicker
          onPick={(emoji) => {
            onPick(emoji)
            onClose()
          }}
        />
      </Suspense>
    </OpenPopover>
  )
}
