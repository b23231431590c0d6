import { CornerUpRight, Pin } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useChat } from '../app/ChatContext.tsx'
import { places } from '../app/places.ts'
import { EditBox } from '../composer/EditBox.tsx'
import { startEditing, useIsEditing } from '../composer/editingStore.ts'
import { MessageBody } from '../markdown/MessageBody.tsx'
import { usePerson } from '../people/peopleStore.ts'
import { ThreadLink } from '../threads/ThreadLink.tsx'
import { useThreadPlace } from '../threads/ThreadPlace.ts'
import { MessageActions } from './MessageActions.tsx'
import type { Message, Quote } from './message.ts'
import { Reactions } from './Reactions.tsx'
import { RowFrame } from './RowFrame.tsx'
import { fullTime } from './times.ts'

interface MessageRowProps {
  message: Message
  channelId: string
  isContinued: boolean
  isTarget: boolean
}

export const MessageRow = memo(function MessageRow({
  message,
  channelId,
  isContinued,
  isTarget,
}: MessageRowProps) {
  const { t, i18n } = useTranslation()
  const { accountId } = useChat()
  const place = useThreadPlace()
  const isEditing = useIsEditing(message.id, place)
  const isOwn = message.authorId === accountId

  return (
    <RowFrame
      authorId={message.authorId}
      at={Date.parse(message.createdAt)}
      isContinued={isContinued}
      className={isTarget ? 'animate-flash' : ''}
      above={message.replyTo && <QuoteLine quote={message.replyTo} channelId={channelId} />}
    >
      {message.body === null ? (
        <p className="italic text-soft">{t('timeline.deleted')}</p>
      ) : isEditing ? (
        <EditBox channelId={channelId} message={message} />
      ) : (
        <>
          <MessageBody body={message.body} />
          {message.pinned && (
            <span className="mr-2 inline-flex items-center gap-1 text-xs text-soft">
              <Pin size={12} aria-hidden="true" />
              {t('timeline.pinned')}
            </span>
          )}
          {message.editedAt !== null && (
            <span className="text-xs text-soft" title={fullTime(Date.parse(message.editedAt), i18n.language)}>
              {t('timeline.edited')}
            </span>
          )}
          <Reactions channelId={channelId} message={message} />
          <MessageActions
            channelId={channelId}
            message={message}
            isOwn={isOwn}
            onEdit={() => startEditing(message.id, place)}
          />
        </>
      )}
      <ThreadLink channelId={channelId} message={message} />
    </RowFrame>
  )
})

function QuoteLine({ quote, channelId }: { quote: Quote; channelId: string }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const author = usePerson(quote.authorId ?? '')
  return (
    <button
      type="button"
      onClick={() => go(places.message(channelId, quote.id))}
      className="mb-0.5 ml-12 flex max-w-[calc(100%-3rem)] items-center gap-1.5 rounded text-left text-[13px] text-soft hover:text-ink"
    >
      <CornerUpRight size={13} aria-hidden="true" className="shrink-0" />
      <span className="sr-only">{t('timeline.inReplyTo')}</span>
      <span className="shrink-0 font-semibold">{author?.displayName}</span>
      <span className="truncate">{quote.body ?? t('timeline.anotherMessage')}</span>
    </button>
  )
}
