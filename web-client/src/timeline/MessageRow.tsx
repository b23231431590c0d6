import { lazy, memo, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { useIsEditing } from '../composer/editingStore.ts'
import { MessageBody } from '../markdown/MessageBody.tsx'
import { ThreadLink } from '../threads/ThreadLink.tsx'
import { useThreadPlace } from '../threads/ThreadPlace.ts'
import { AboveMessage } from './AboveMessage.tsx'
import type { OpenAction } from './MessageActions.tsx'
import { MessageMarks } from './MessageMarks.tsx'
import { isMentioned, type Message } from './message.ts'
import { useExpected } from './pendingChanges.ts'
import { Reactions } from './Reactions.tsx'
import { RowFrame } from './RowFrame.tsx'
import { useLongPress } from './useLongPress.ts'
import { useRowActivity } from './useRowActivity.ts'

const EditBox = lazy(async () => ({ default: (await import('../composer/EditBox.tsx')).EditBox }))
const MessageActions = lazy(async () => ({ default: (await import('./MessageActions.tsx')).MessageActions }))

interface MessageRowProps {
  message: Message
  channelId: string
  isContinued: boolean
  isTarget: boolean
}

export const MessageRow = memo(function MessageRow({
  message: confirmed,
  channelId,
  isContinued,
  isTarget,
}: MessageRowProps) {
  const { t } = useTranslation()
  const { accountId } = useChat()
  const message = useExpected(confirmed, accountId)
  const isEditing = useIsEditing(message.id, useThreadPlace())
  const [open, setOpen] = useState<OpenAction>()
  const { isActive, handlers } = useRowActivity()
  const press = useLongPress((point) => setOpen({ what: 'menu', at: { getBoundingClientRect: () => point } }))
  const canAct = message.body !== null && !isEditing

  return (
    <RowFrame
      messageId={message.id}
      authorId={message.authorId}
      at={Date.parse(message.createdAt)}
      isContinued={isContinued}
      isMention={message.authorId !== accountId && isMentioned(message, accountId)}
      className={isTarget ? 'animate-flash' : ''}
      above={<AboveMessage message={message} channelId={channelId} />}
      handlers={canAct ? { ...handlers, ...press } : handlers}
    >
      {message.body === null ? (
        <p className="italic text-soft">{t('timeline.deleted')}</p>
      ) : isEditing ? (
        <Suspense>
          <EditBox channelId={channelId} message={message} />
        </Suspense>
      ) : (
        <>
          <MessageBody body={message.body} mentions={message.mentions} />
          <MessageMarks message={message} />
          <Reactions channelId={channelId} message={message} />
          {(isActive || open) && (
            <Suspense>
              <MessageActions
                channelId={channelId}
                message={message}
                isActive={isActive}
                open={open}
                onOpen={setOpen}
              />
            </Suspense>
          )}
        </>
      )}
      <ThreadLink channelId={channelId} message={message} />
    </RowFrame>
  )
})
