import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { Tooltip } from '../appearance/Tooltip.tsx'
import type { Reaction } from './message.ts'
import { useReactorWords } from './useReactorWords.ts'

interface ReactionButtonProps {
  reaction: Reaction
  /** Whether it can only be looked at. */
  isFixed: boolean
  onToggle: () => void
}

/** One emoji and how often it was given; pointed at or focused it says by whom. */
export function ReactionButton({ reaction, isFixed, onToggle }: ReactionButtonProps) {
  const { t } = useTranslation()
  const { accountId } = useChat()
  const { emoji, count, mine } = reaction
  const who = useReactorWords(reaction, accountId)
  return (
    <Tooltip label={who}>
      <button
        type="button"
        aria-pressed={mine}
        aria-disabled={isFixed}
        aria-label={`${t('reactions.label', { emoji, count })}. ${who}`}
        onClick={isFixed ? undefined : onToggle}
        className={`inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2 text-sm tabular-nums aria-disabled:cursor-default max-md:min-h-11 max-md:px-3 ${
          mine
            ? 'border-accent bg-accent-soft font-semibold text-accent'
            : 'border-line bg-panel text-soft hover:border-line-strong hover:text-ink'
        }`}
      >
        <span className="text-base leading-none">{emoji}</span>
        <span className="text-xs">{count}</span>
      </button>
    </Tooltip>
  )
}
