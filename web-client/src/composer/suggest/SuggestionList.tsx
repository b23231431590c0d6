import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChannelIcon } from '../../channels/ChannelLink.tsx'
import { Avatar } from '../../people/Avatar.tsx'
import type { Suggestion } from './suggestion.ts'
import type { Suggesting } from './useSuggestions.ts'

const GAP_PX = 6
const WIDEST_PX = 420
/** Needed above the field, else the list stands beneath it. */
const TALLEST_PX = 320

interface SuggestionListProps {
  field: RefObject<HTMLTextAreaElement | null>
  suggesting: Suggesting
}

/** What can be completed, above the card that is written in, and above everything else on the page. */
export function SuggestionList({ field, suggesting }: SuggestionListProps) {
  const { t } = useTranslation()
  const { items, active, trigger, listId, optionId, pick, setActive } = suggesting
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<React.CSSProperties>({ visibility: 'hidden' })

  useLayoutEffect(() => {
    const shown = list.current
    // in the top layer nothing cuts it off
    shown?.showPopover?.()
    return () => shown?.hidePopover?.()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field may have grown with its text
  useLayoutEffect(() => {
    const card = field.current?.closest('[data-suggests]') ?? field.current
    if (card) setPlace(beside(card.getBoundingClientRect()))
  }, [trigger?.from, trigger?.query, items.length])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is active
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' })
  }, [active])

  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      popover="manual"
      aria-label={t('suggest.label')}
      style={place}
      className="fixed inset-auto m-0 max-h-80 overflow-y-auto rounded-xl border border-line bg-canvas p-1 text-ink shadow-float"
    >
      {items.map((item, index) => (
        // the keyboard chooses in the field, which keeps the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={item.key}
          id={optionId(index)}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => setActive(index)}
          onClick={() => pick(index)}
          className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 aria-selected:bg-accent-soft max-md:min-h-11"
        >
          <Picture of={item.picture} />
          <span dir="auto" className="shrink-0 truncate font-medium">
            {item.label}
          </span>
          <span dir="auto" className="min-w-0 flex-1 truncate text-sm text-soft">
            {item.detail}
          </span>
        </div>
      ))}
    </div>
  )
}

function Picture({ of: picture }: { of: Suggestion['picture'] }) {
  if (picture === undefined) return null
  if ('accountId' in picture) return <Avatar accountId={picture.accountId} small />
  if ('visibility' in picture) return <ChannelIcon visibility={picture.visibility} />
  if ('icon' in picture) return <picture.icon size={16} aria-hidden="true" className="shrink-0 text-soft" />
  return <span className="text-lg leading-none">{picture.emoji}</span>
}

function beside({ left, top, bottom, width }: DOMRect): React.CSSProperties {
  const across = { left, width: Math.min(width, WIDEST_PX) }
  return top > TALLEST_PX + GAP_PX
    ? { ...across, bottom: window.innerHeight - top + GAP_PX }
    : { ...across, top: bottom + GAP_PX }
}
