import { create } from 'zustand'
import { changeDraft, editKey, unfinishedEdit } from './draftStore.ts'

/** Which message is being edited; one at a time. Its text is among the drafts, so it outlives leaving and reloading. */
export const useEditing = create<Editing>(() => ({ messageId: unfinishedEdit(), rootId: undefined }))

interface Editing {
  messageId: string | undefined
  /** In which thread's pane; undefined for the timeline. The same message may stand in both. */
  rootId: string | undefined
}

export function useIsEditing(messageId: string, rootId: string | undefined): boolean {
  return useEditing((state) => state.messageId === messageId && state.rootId === rootId)
}

export function startEditing(messageId: string, rootId?: string): void {
  useEditing.setState({ messageId, rootId })
}

/** The thread is closed: what was begun in its pane goes on in the timeline. */
export function leaveEditing(rootId: string): void {
  if (useEditing.getState().rootId === rootId) useEditing.setState({ rootId: undefined })
}

/** The edit is saved, or thrown away. */
export function stopEditing(): void {
  const { messageId } = useEditing.getState()
  if (messageId !== undefined) changeDraft(editKey(messageId), { body: '' })
  useEditing.setState({ messageId: undefined })
}
