import { createContext, useContext } from 'react'
import type { Chat } from './chat.ts'

export const ChatContext = createContext<Chat | undefined>(undefined)

/** The signed-in account's chat. */
export function useChat(): Chat {
  const chat = useContext(ChatContext)
  if (!chat) throw new Error('There is no chat around this')
  return chat
}
