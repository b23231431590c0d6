import { useChat } from '../app/ChatContext.tsx'
import { useChannel, useIsMember } from '../channels/channelsStore.ts'
import { may, mayReact, writingClosed } from '../channels/permissions.ts'
import type { Message } from './message.ts'

export interface MessagePermissions {
  react: boolean
  reply: boolean
  edit: boolean
  pin: boolean
  delete: boolean
}

/** What the server would let one do with a message. */
export function useMessagePermissions(channelId: string, message: Message): MessagePermissions {
  const { accountId } = useChat()
  const isMember = useIsMember(channelId)
  const channel = useChannel(channelId)
  const isOwn = message.authorId === accountId
  if (!isMember || !channel)
    return { react: isMember, reply: isMember, edit: false, pin: false, delete: false }
  const react = mayReact(channel)
  return {
    react,
    reply: writingClosed(channel) === undefined,
    edit: isOwn && react,
    pin: may('PIN', channel),
    delete: may(isOwn ? 'DELETE_OWN' : 'DELETE_ANY', channel),
  }
}
