import { create } from 'zustand'

/** Which message is being edited; one at a time. */
export const useEditing = create<{ messageId: string | undefined }>(() => ({ messageId: undefined }))

export function startEditing(messageId: string): void {
  useEditing.setState({ messageId })
}

export function stopEditing(): void {
  useEditing.setState({ messageId: undefined })
}
