import { create } from 'zustand'
import { changeDraft, editKey, unfinishedEdit } from './draftStore.ts'

/** Which message is being edited; one at a time. Its text is among the drafts, so it outlives leaving and reloading. */
export const useEditing = create<{ messageId: string | undefined }>(() => ({ messageId: unfinishedEdit() }))

export function startEditing(messageId: string): void {
  useEditing.setState({ messageId })
}

/** The edit is saved, or thrown away. */
export function stopEditing(): void {
  const { messageId } = useEditing.getState()
  if (messageId !== undefined) changeDraft(editKey(messageId), { body: '' })
  useEditing.setState({ messageId: undefined })
}
