import { Reply, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { usePerson } from '../people/peopleStore.ts'
import type { Quote } from '../timeline/message.ts'

/** What one is answering, and the way not to. */
export function ReplyChip({ quote, onCancel }: { quote: Quote; onCancel: () => void }) {
  const { t } = useTranslation()
  const author = usePerson(quote.authorId ?? '')
  return (
    <div className="mx-2 mt-2 flex items-center gap-2 rounded-lg border-s-2 border-accent bg-panel ps-2.5 text-sm text-soft">
      <Reply size={14} aria-hidden="true" className="shrink-0" />
      <span dir="auto" className="min-w-0 flex-1 truncate py-1">
        {t('composer.replyingTo')} <span className="font-semibold text-ink">{author?.displayName}</span>{' '}
        {quote.body}
      </span>
      <Tooltip label={t('composer.cancelReply')}>
        <button
          type="button"
          className="composer-button"
          aria-label={t('composer.cancelReply')}
          onClick={onCancel}
        >
          <X size={15} aria-hidden="true" />
        </button>
      </Tooltip>
    </div>
  )
}
