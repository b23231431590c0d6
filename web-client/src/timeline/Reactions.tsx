import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import type { Message } from './message.ts'
import { toggleReaction } from './messageCommands.ts'

export function Reactions({ channelId, message }: { channelId: string; message: Message }) {
  const { t } = useTranslation()
  const { session } = useChat()
  if (message.reactions.length === 0) return null
  return (
    <div className="flex flex-wrap gap-1 pt-1">
      {message.reactions.map(({ emoji, count, mine }) => (
        <button
          key={emoji}
          type="button"
          aria-pressed={mine}
          aria-label={t('reactions.label', { emoji, count })}
          onClick={() => toggleReaction(session, channelId, message.id, emoji, mine)}
          className={`inline-flex min-h-7 items-center gap-1 rounded-full border px-2 text-sm tabular-nums max-md:min-h-9 ${
            mine
              ? 'border-accent bg-accent-soft font-semibold'
              : 'border-line bg-panel hover:border-line-strong'
          }`}
        >
          <span>{emoji}</span>
          <span className="text-xs">{count}</span>
        </button>
      ))}
    </div>
  )
}
