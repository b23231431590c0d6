import { Link2, MessageSquareText, Pencil, Reply, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useChat } from '../app/ChatContext.tsx'
import { places } from '../app/places.ts'
import { Dialog } from '../appearance/Dialog.tsx'
import { useChannel, useIsMember } from '../channels/channelsStore.ts'
import { mayReact, writingClosed } from '../channels/permissions.ts'
import { focusComposer } from '../composer/composerFocus.ts'
import { changeDraft } from '../composer/draftStore.ts'
import { useThreadPlace } from '../threads/ThreadPlace.ts'
import type { Message } from './message.ts'
import { deleteMessage, toggleReaction } from './messageCommands.ts'

const QUICK = ['👍', '❤️', '😂', '🎉'] as const

interface MessageActionsProps {
  channelId: string
  message: Message
  isOwn: boolean
  onEdit: () => void
}

/** What can be done with a message; seen when it is pointed at or focused. */
export function MessageActions({ channelId, message, isOwn, onEdit }: MessageActionsProps) {
  const { t } = useTranslation()
  const { session } = useChat()
  const place = useThreadPlace()
  const [, go] = useLocation()
  const isMember = useIsMember(channelId)
  const channel = useChannel(channelId)
  const canReact = isMember && (!channel || mayReact(channel))
  const canReply = isMember && (!channel || writingClosed(channel) === undefined)
  const canDelete = isMember && !channel?.archived
  const [isDeleting, setIsDeleting] = useState(false)

  function reply() {
    changeDraft(channelId, {
      replyTo: { id: message.id, authorId: message.authorId, body: message.body },
    })
    focusComposer()
  }

  return (
    <>
      <div
        role="toolbar"
        aria-label={t('actions.label')}
        className="absolute -top-4 right-4 flex rounded-lg border border-line bg-canvas p-0.5 opacity-0 shadow-float pointer-events-none group-focus-within:pointer-events-auto group-focus-within:opacity-100 group-hover:pointer-events-auto group-hover:opacity-100"
      >
        {canReact &&
          QUICK.map((emoji) => (
            <Action
              key={emoji}
              label={t('actions.react', { emoji })}
              onClick={() =>
                toggleReaction(
                  session,
                  channelId,
                  message.id,
                  emoji,
                  message.reactions.some((reaction) => reaction.emoji === emoji && reaction.mine),
                )
              }
            >
              <span className="text-base leading-none">{emoji}</span>
            </Action>
          ))}
        {canReply && place === undefined && (
          <Action label={t('actions.reply')} onClick={reply}>
            <Reply size={16} />
          </Action>
        )}
        {place === undefined && (
          <Action
            label={t('threads.reply')}
            onClick={() => go(places.thread(channelId, message.threadRootId ?? message.id))}
          >
            <MessageSquareText size={16} />
          </Action>
        )}
        <Action
          label={t('actions.copyLink')}
          onClick={() => {
            const link = new URL(places.message(channelId, message.id), window.location.href)
            void navigator.clipboard?.writeText(link.href)
          }}
        >
          <Link2 size={16} />
        </Action>
        {isOwn && canReact && (
          <Action label={t('actions.edit')} onClick={onEdit}>
            <Pencil size={15} />
          </Action>
        )}
        {isOwn && canDelete && (
          <Action label={t('actions.delete')} onClick={() => setIsDeleting(true)}>
            <Trash2 size={15} />
          </Action>
        )}
      </div>
      {isDeleting && (
        <DeleteDialog channelId={channelId} messageId={message.id} onClose={() => setIsDeleting(false)} />
      )}
    </>
  )
}

function Action({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="inline-flex size-8 items-center justify-center rounded-md text-soft hover:bg-raised hover:text-ink max-md:size-11"
    >
      {children}
    </button>
  )
}

function DeleteDialog({
  channelId,
  messageId,
  onClose,
}: {
  channelId: string
  messageId: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { session } = useChat()
  const [hasFailed, setHasFailed] = useState(false)
  return (
    <Dialog title={t('delete.title')} onClose={onClose}>
      <p className="text-soft">{t('delete.hint')}</p>
      {hasFailed && (
        <p role="alert" className="mt-3 rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
          {t('problem.unreachable')}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <button type="button" className="button-quiet" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button-primary"
          onClick={() => {
            deleteMessage(session, channelId, messageId).then(onClose, () => setHasFailed(true))
          }}
        >
          {t('delete.confirm')}
        </button>
      </div>
    </Dialog>
  )
}
