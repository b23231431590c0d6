import type { RealtimeSession } from '@tidings/client'
import i18next from 'i18next'
import { api } from '../account/api.ts'
import { places } from '../app/places.ts'
import { toast } from '../appearance/toast.ts'
import { problemWords } from '../failure/problemWords.ts'
import { expectChange } from './pendingChanges.ts'

/** Reacts, or takes the reaction back. It is seen at once; a refusal takes it back and says why. */
export function toggleReaction(
  session: RealtimeSession,
  channelId: string,
  messageId: string,
  emoji: string,
  mine: boolean,
): void {
  const type = mine ? 'unreact' : 'react'
  expectChange(messageId, `reaction:${emoji}`, !mine, () =>
    session.request({ type, channelId, messageId, emoji }),
  ).catch((error) => sayRefused(mine ? 'reactions.notRemoved' : 'reactions.notAdded', error))
}

/** Pins, or unpins. It is seen at once; a refusal takes it back and says why. */
export function setPinned(channelId: string, messageId: string, pinned: boolean): void {
  expectChange(messageId, 'pin', pinned, () =>
    api.call(pinned ? 'PUT' : 'DELETE', '/api/channels/{channelId}/pins/{messageId}', {
      params: { channelId, messageId },
    }),
  ).catch((error) => sayRefused(pinned ? 'actions.notPinned' : 'actions.notUnpinned', error))
}

export async function deleteMessage(
  session: RealtimeSession,
  channelId: string,
  messageId: string,
): Promise<void> {
  await session.request({ type: 'delete', channelId, messageId })
}

/** Copies the address of a message, and says so. */
export function copyLink(channelId: string, messageId: string): void {
  const link = new URL(places.message(channelId, messageId), window.location.href)
  copy(link.href, 'actions.linkCopied')
}

export function copyText(body: string): void {
  copy(body, 'actions.textCopied')
}

function copy(text: string, done: 'actions.linkCopied' | 'actions.textCopied'): void {
  const { clipboard } = navigator as { clipboard?: Clipboard }
  if (!clipboard) {
    toast(i18next.t('actions.notCopied'), { kind: 'danger' })
    return
  }
  clipboard.writeText(text).then(
    () => toast(i18next.t(done)),
    () => toast(i18next.t('actions.notCopied'), { kind: 'danger' }),
  )
}

type Refused = 'reactions.notAdded' | 'reactions.notRemoved' | 'actions.notPinned' | 'actions.notUnpinned'

function sayRefused(what: Refused, error: unknown): void {
  toast(`${i18next.t(what)} ${problemWords(error, i18next.t)}`, { kind: 'danger' })
}
