import {
  Copy,
  Forward,
  Link2,
  MessageSquareText,
  Pencil,
  Pin,
  PinOff,
  Reply,
  SmilePlus,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { places } from '../app/places.ts'
import type { MenuEntry } from '../appearance/Menu.tsx'
import { focusComposer } from '../composer/composerFocus.ts'
import { changeDraft } from '../composer/draftStore.ts'
import { startEditing } from '../composer/editingStore.ts'
import { useThreadPlace } from '../threads/ThreadPlace.ts'
import type { Message } from './message.ts'
import { copyLink, copyText, setPinned } from './messageCommands.ts'
import { useMessagePermissions } from './messagePermissions.ts'

interface Asked {
  onReact: () => void
  onDelete: () => void
  onForward: () => void
}

/** Answers a message from the composer of its channel. */
export function replyTo(channelId: string, { id, authorId, body }: Message): void {
  changeDraft(channelId, { replyTo: { id, authorId, body } })
  focusComposer()
}

/** Everything that can be done with a message, for its menu. */
export function useMessageMenu(channelId: string, message: Message, { onReact, onDelete, onForward }: Asked) {
  const { t } = useTranslation()
  const allowed = useMessagePermissions(channelId, message)
  const { id, body, pinned } = message
  const place = useThreadPlace()
  const [, go] = useLocation()
  return (): MenuEntry[] => [
    ...(allowed.react
      ? [{ label: t('actions.addReaction'), icon: <SmilePlus size={16} />, onSelect: onReact }]
      : []),
    ...(allowed.reply && place === undefined
      ? [
          {
            label: t('actions.reply'),
            icon: <Reply size={16} />,
            onSelect: () => replyTo(channelId, message),
          },
        ]
      : []),
    ...(place === undefined
      ? [
          {
            label: t('threads.reply'),
            icon: <MessageSquareText size={15} />,
            onSelect: () => go(places.thread(channelId, message.threadRootId ?? id)),
          },
        ]
      : []),
    ...(allowed.edit
      ? [{ label: t('actions.edit'), icon: <Pencil size={15} />, onSelect: () => startEditing(id, place) }]
      : []),
    ...(allowed.pin
      ? [
          {
            label: pinned ? t('actions.unpin') : t('actions.pin'),
            icon: pinned ? <PinOff size={16} /> : <Pin size={16} />,
            onSelect: () => setPinned(channelId, id, !pinned),
          },
        ]
      : []),
    { label: t('forward.action'), icon: <Forward size={16} />, onSelect: onForward },
    { label: t('actions.copyText'), icon: <Copy size={15} />, onSelect: () => copyText(body ?? '') },
    { label: t('actions.copyLink'), icon: <Link2 size={16} />, onSelect: () => copyLink(channelId, id) },
    ...(allowed.delete
      ? ([
          'separator',
          { label: t('actions.delete'), icon: <Trash2 size={15} />, isDanger: true, onSelect: onDelete },
        ] as const)
      : []),
  ]
}
