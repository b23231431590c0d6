import { createContext, useContext } from 'react'

/** Around the messages of the thread pane: the message that began the thread. */
export const ThreadPlace = createContext<string | undefined>(undefined)

/** The thread in whose pane this stands; undefined in the timeline. */
export function useThreadPlace(): string | undefined {
  return useContext(ThreadPlace)
}
