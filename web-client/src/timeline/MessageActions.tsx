import { type Dispatch, type SetStateAction, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { type Measurable, OpenMenu } from '../appearance/Menu.tsx'
import { EmojiPopover } from '../emoji/EmojiPopover.tsx'
import { lazyWithWords } from '../language/index.ts'
import { DeleteMessageDialog } from './DeleteMessageDialog.tsx'
import { MessageToolbar } from './MessageToolbar.tsx'
import type { Message } from './message.ts'
import { toggleReaction } from './messageCommands.ts'
import { useMessageMenu } from './messageMenu.tsx'

const ForwardDialog = lazyWithWords(() => import('../forwarding/ForwardDialog.tsx'))

/** What is open of a message; `at` where a finger pressed. */
export interface OpenAction {
  what: 'picker' | 'menu' | 'delete' | 'forward'
  at?: Measurable | undefined
}

interface MessageActionsProps {
  channelId: string
  message: Message
  /** Whether the toolbar is seen. */
  isActive: boolean
  open: OpenAction | undefined
  onOpen: Dispatch<SetStateAction<OpenAction | undefined>>
}

/** What can be done with a message: the toolbar, and what it opens. */
export function MessageActions({ channelId, message, isActive, open, onOpen }: MessageActionsProps) {
  const { t } = useTranslation()
  const { session } = useChat()
  const pickerButton = useRef<HTMLButtonElement>(null)
  const moreButton = useRef<HTMLButtonElement>(null)
  const pressed = useRef<Measurable>(null)
  pressed.current = open?.at ?? null
  const entries = useMessageMenu(channelId, message, {
    onReact: () => onOpen({ what: 'picker', at: open?.at }),
    onDelete: () => onOpen({ what: 'delete' }),
    onForward: () => onOpen({ what: 'forward' }),
  })
  /** Unless it has opened something else. */
  const close = (what: OpenAction['what']) =>
    onOpen((current) => (current?.what === what ? undefined : current))
  return (
    <>
      {(isActive || (open && !open.at)) && (
        <MessageToolbar
          channelId={channelId}
          message={message}
          pickerButton={pickerButton}
          moreButton={moreButton}
          open={open?.what === 'delete' || open?.what === 'forward' ? undefined : open?.what}
          onOpen={(what) => onOpen(open?.what === what ? undefined : { what })}
        />
      )}
      {open?.what === 'menu' && (
        <OpenMenu
          label={t('actions.label')}
          entries={entries}
          align="end"
          anchor={open.at ? pressed : moreButton}
          onClose={() => close('menu')}
        />
      )}
      {open?.what === 'picker' && (
        <EmojiPopover
          anchor={open.at ? pressed : pickerButton}
          onPick={(emoji) => {
            const isMine = message.reactions.some((reaction) => reaction.emoji === emoji && reaction.mine)
            if (!isMine) toggleReaction(session, channelId, message.id, emoji, false)
          }}
          onClose={() => close('picker')}
        />
      )}
      {open?.what === 'forward' && (
        <Suspense>
          <ForwardDialog channelId={channelId} message={message} onClose={() => close('forward')} />
        </Suspense>
      )}
      {open?.what === 'delete' && (
        <DeleteMessageDialog channelId={channelId} message={message} onClose={() => close('delete')} />
      )}
    </>
  )
}
