import { Ellipsis, MessageSquareText, Reply, SmilePlus } from 'lucide-react'
import { type ReactNode, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useChat } from '../app/ChatContext.tsx'
import { places } from '../app/places.ts'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { useRecentEmoji } from '../emoji/emojiChoices.ts'
import { useThreadPlace } from '../threads/ThreadPlace.ts'
import type { Message } from './message.ts'
import { toggleReaction } from './messageCommands.ts'
import { replyTo } from './messageMenu.tsx'
import { useMessagePermissions } from './messagePermissions.ts'

interface MessageToolbarProps {
  channelId: string
  message: Message
  pickerButton: Ref<HTMLButtonElement>
  moreButton: Ref<HTMLButtonElement>
  open: 'picker' | 'menu' | undefined
  onOpen: (what: 'picker' | 'menu') => void
}

/** What one does most often with a message, in its own row. */
export function MessageToolbar({
  channelId,
  message,
  pickerButton,
  moreButton,
  open,
  onOpen,
}: MessageToolbarProps) {
  const { t } = useTranslation()
  const { session } = useChat()
  const allowed = useMessagePermissions(channelId, message)
  const place = useThreadPlace()
  const [, go] = useLocation()
  // those that it appeared with: nothing moves away from under the pointer
  const [recent] = useState(useRecentEmoji(3))
  return (
    <div
      role="toolbar"
      aria-label={t('actions.label')}
      className="absolute end-4 top-0 z-10 flex rounded-lg border border-line bg-canvas p-px shadow-float max-md:-top-11 max-md:end-2"
    >
      {allowed.react && (
        <>
          {recent.map((emoji) => (
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
          <Action
            ref={pickerButton}
            label={t('actions.addReaction')}
            isOpen={open === 'picker'}
            onClick={() => onOpen('picker')}
          >
            <SmilePlus size={16} />
          </Action>
        </>
      )}
      {allowed.reply && place === undefined && (
        <Action label={t('actions.reply')} onClick={() => replyTo(channelId, message)}>
          <Reply size={16} />
        </Action>
      )}
      {place === undefined && (
        <Action
          label={t('threads.reply')}
          onClick={() => go(places.thread(channelId, message.threadRootId ?? message.id))}
        >
          <MessageSquareText size={15} />
        </Action>
      )}
      <Action
        ref={moreButton}
        label={t('actions.more')}
        isOpen={open === 'menu'}
        onClick={() => onOpen('menu')}
      >
        <Ellipsis size={16} />
      </Action>
    </div>
  )
}

interface ActionProps {
  ref?: Ref<HTMLButtonElement>
  label: string
  /** For what opens something. */
  isOpen?: boolean
  onClick: () => void
  children: ReactNode
}

function Action({ ref, label, isOpen, onClick, children }: ActionProps) {
  return (
    <Tooltip label={label}>
      <button
        ref={ref}
        type="button"
        aria-label={label}
        aria-expanded={isOpen}
        onClick={onClick}
        className="inline-flex size-7 items-center justify-center rounded-md text-soft hover:bg-raised hover:text-ink aria-expanded:bg-raised max-md:size-11"
      >
        {children}
      </button>
    </Tooltip>
  )
}
