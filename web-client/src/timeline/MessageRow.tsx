import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { EditBox } from '../composer/EditBox.tsx'
import { useIsEditing } from '../composer/editingStore.ts'
import { MessageBody } from '../markdown/MessageBody.tsx'
import { ThreadLink } from '../threads/ThreadLink.tsx'
import { useThreadPlace } from '../threads/ThreadPlace.ts'
import { AboveMessage } from './AboveMessage.tsx'
import { MessageActions, type OpenAction } from './MessageActions.tsx'
import { MessageMarks } from './MessageMarks.tsx'
import { isMentioned, type Message } from './message.ts'
import { useExpected } from './pendingChanges.ts'
import { Reactions } from './Reactions.tsx'
import { RowFrame } from './RowFrame.tsx'
import { useLongPress } from './useLongPress.ts'
import { useRowActivity } from './useRowActivity.ts'

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
        <EditBox channelId={channelId} message={message} />
      ) : (
        <>
          <MessageBody body={message.body} mentions={message.mentions} />
          <MessageMarks message={message} />
          <Reactions channelId={channelId} message={message} />
          {(isActive || open) && (
            <MessageActions
              channelId={channelId}
              message={message}
              isActive={isActive}
              open={open}
              onOpen={setOpen}
            />
          )}
        </>
      )}
      <ThreadLink channelId={channelId} message={message} />
    </RowFrame>
  )
})
