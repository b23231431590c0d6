import { isOnlyPossibleAnew, type OutboxEntry } from '@tidings/client'
import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { MessageBody } from '../markdown/MessageBody.tsx'
import { RowFrame } from './RowFrame.tsx'

/** A message of one's own on its way. "Sending" is only said when it takes noticeably long. */
export function OutboxRow({ entry, isContinued }: { entry: OutboxEntry; isContinued: boolean }) {
  const { t } = useTranslation()
  const { accountId, outbox } = useChat()
  return (
    <RowFrame authorId={accountId} at={entry.writtenAt} isContinued={isContinued}>
      <div className={entry.state === 'failed' ? 'text-danger' : ''}>
        <MessageBody body={entry.body} />
      </div>
      {entry.state === 'pending' && (
        <span className="block animate-late text-xs text-soft">{t('outbox.sending')}</span>
      )}
      {entry.state === 'failed' && (
        <div role="alert" className="flex flex-wrap items-center gap-x-3 text-sm text-danger">
          <span className="flex items-center gap-1.5">
            <CircleAlert size={14} aria-hidden="true" />
            {t('outbox.failed')} {entry.failure !== undefined && t(failureKey(entry))}
          </span>
          <button
            type="button"
            className="min-h-8 font-semibold underline underline-offset-2"
            onClick={() => outbox.retry(entry.clientMessageId)}
          >
            {isOnlyPossibleAnew(entry) ? t('outbox.sendAsNew') : t('outbox.retry')}
          </button>
          <button
            type="button"
            className="min-h-8 font-semibold underline underline-offset-2"
            onClick={() => outbox.discard(entry.clientMessageId)}
          >
            {t('outbox.delete')}
          </button>
        </div>
      )}
    </RowFrame>
  )
}

function failureKey({ failure, replyTo }: OutboxEntry) {
  switch (failure) {
    case 'TOO_LARGE':
      return 'outbox.tooLarge'
    case 'FORBIDDEN':
    case 'NOT_FOUND':
      return 'outbox.forbidden'
    case 'KEY_TAKEN':
      return 'outbox.keyTaken'
    case 'CONFLICT':
      return replyTo === null ? 'outbox.closed' : 'outbox.answerGone'
    default:
      return 'outbox.refused'
  }
}
