import { ChevronDown, ChevronUp } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { setFolded, useUnfolded } from './unfoldedStore.ts'

interface FoldableProps {
  /** What tells it from others. */
  text: string
  /** How much of it is seen when folded. */
  className: string
  children: ReactNode
}

/** Shows the beginning of something long, and all of it when asked, or when the focus goes into what is hidden. */
export function Foldable({ text, className, children }: FoldableProps) {
  const { t } = useTranslation()
  const isUnfolded = useUnfolded((state) => state.texts.has(text))
  const content = useRef<HTMLDivElement>(null)
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it follows the focus of what is inside */}
      <div
        ref={content}
        onFocus={(event) => {
          const bottom = content.current?.getBoundingClientRect().bottom ?? 0
          if (!isUnfolded && event.target.getBoundingClientRect().bottom > bottom) setFolded(text, false)
        }}
        className={isUnfolded ? '' : `folded overflow-hidden ${className}`}
      >
        {children}
      </div>
      <button
        type="button"
        aria-expanded={isUnfolded}
        onClick={() => setFolded(text, isUnfolded)}
        className="inline-flex min-h-7 items-center gap-1 rounded text-sm font-semibold text-accent hover:underline max-md:min-h-11"
      >
        {isUnfolded ? (
          <ChevronUp size={15} aria-hidden="true" />
        ) : (
          <ChevronDown size={15} aria-hidden="true" />
        )}
        {isUnfolded ? t('markdown.showLess') : t('markdown.showAll')}
      </button>
    </>
  )
}

/** So that a text is folded, it must be clearly longer than what would be shown of it. */
export function isLong(text: string, { lines, characters }: { lines: number; characters: number }): boolean {
  if (text.length > characters) return true
  let found = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) found++
  return found >= lines
}
