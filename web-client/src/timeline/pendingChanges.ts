import type { ChannelEvent } from '@tidings/client'
import { useMemo } from 'react'
import { create } from 'zustand'
import type { Message } from './message.ts'
import { added, removed } from './reactionCounts.ts'

/** What was asked for: a reaction by its emoji, or the pin. */
type Change = `reaction:${string}` | 'pin'

interface PendingState {
  byMessage: Readonly<Record<string, Readonly<Record<string, boolean>>>>
}

/** Changes that are shown although their events are still to come. */
export const usePending = create<PendingState>(() => ({ byMessage: {} }))

/** The event comes with the acknowledgement; after so long there was nothing to change. */
const EVENT_WITHIN_MS = 10_000

/**
 * Shows a change at once, and takes it back when it is refused.
 *
 * @throws what `ask` throws
 */
export async function expectChange(
  messageId: string,
  change: Change,
  wanted: boolean,
  ask: () => Promise<unknown>,
): Promise<void> {
  set(messageId, change, wanted)
  try {
    await ask()
  } catch (error) {
    forget(messageId, change, wanted)
    throw error
  }
  setTimeout(() => forget(messageId, change, wanted), EVENT_WITHIN_MS)
}

/** An event has come: what it says need not be expected any more. */
export function changeSeen(event: ChannelEvent, selfId: string): void {
  switch (event.event) {
    case 'ReactionAdded':
    case 'ReactionRemoved':
      if (event.actorId !== selfId) return
      forget(event.data.messageId, `reaction:${event.data.emoji}`, event.event === 'ReactionAdded')
      return
    case 'MessagePinned':
    case 'MessageUnpinned':
      forget(event.data.messageId, 'pin', event.event === 'MessagePinned')
      return
    default:
  }
}

/** The message with what is expected of it. */
export function useExpected(message: Message, selfId: string): Message {
  const pending = usePending((state) => state.byMessage[message.id])
  return useMemo(
    () => (pending ? withPending(message, pending, selfId) : message),
    [message, pending, selfId],
  )
}

function withPending(message: Message, pending: Readonly<Record<string, boolean>>, selfId: string): Message {
  let { reactions, pinned } = message
  for (const [change, wanted] of Object.entries(pending)) {
    if (change === 'pin') {
      pinned = wanted
      continue
    }
    const emoji = change.slice('reaction:'.length)
    const isMine = reactions.some((reaction) => reaction.emoji === emoji && reaction.mine)
    if (isMine !== wanted) reactions = (wanted ? added : removed)(reactions, emoji, selfId, selfId)
  }
  return { ...message, reactions, pinned }
}

function set(messageId: string, change: Change, wanted: boolean): void {
  const { byMessage } = usePending.getState()
  usePending.setState({
    byMessage: { ...byMessage, [messageId]: { ...byMessage[messageId], [change]: wanted } },
  })
}

/** Unless something else is wanted by now. */
function forget(messageId: string, change: Change, wanted: boolean): void {
  const { [messageId]: pending, ...others } = usePending.getState().byMessage
  if (pending?.[change] !== wanted) return
  const { [change]: _, ...rest } = pending
  usePending.setState({
    byMessage: Object.keys(rest).length === 0 ? others : { ...others, [messageId]: rest },
  })
}
