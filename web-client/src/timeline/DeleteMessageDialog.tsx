import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { Dialog } from '../appearance/Dialog.tsx'
import { problemWords } from '../failure/problemWords.ts'
import { usePerson } from '../people/peopleStore.ts'
import type { Message } from './message.ts'
import { deleteMessage } from './messageCommands.ts'

interface DeleteMessageDialogProps {
  channelId: string
  message: Message
  onClose: () => void
}

/** Asks before a message is gone, and shows which. */
export function DeleteMessageDialog({ channelId, message, onClose }: DeleteMessageDialogProps) {
  const { t } = useTranslation()
  const { session, accountId } = useChat()
  const author = usePerson(message.authorId)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function confirm() {
    setIsBusy(true)
    setProblem(undefined)
    try {
      await deleteMessage(session, channelId, message.id)
      onClose()
    } catch (error) {
      setProblem(problemWords(error, t))
      setIsBusy(false)
    }
  }

  return (
    <Dialog title={t('delete.title')} onClose={onClose}>
      <p className="text-soft">
        {message.authorId === accountId
          ? t('delete.hint')
          : t('delete.hintOther', { name: author?.displayName ?? t('people.unknown') })}
      </p>
      <p
        dir="auto"
        className="mt-3 line-clamp-3 rounded-lg border border-line bg-panel px-3 py-2 text-sm [overflow-wrap:anywhere]"
      >
        {message.body}
      </p>
      {problem !== undefined && (
        <p role="alert" className="mt-3 rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
          {problem}
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <button type="button" className="button-quiet" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="button" disabled={isBusy} className="button-danger" onClick={confirm}>
          {t('delete.confirm')}
        </button>
      </div>
    </Dialog>
  )
}
