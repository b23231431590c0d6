import { CommandRefused } from '@tidings/client'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { useThreadPlace } from '../threads/ThreadPlace.ts'
import type { Message } from '../timeline/message.ts'
import { focusComposer } from './composerFocus.ts'
import { changeDraft, editKey, useDraft } from './draftStore.ts'
import { stopEditing } from './editingStore.ts'
import { FormattingToolbar } from './FormattingToolbar.tsx'
import { useFormattingBar } from './formattingBar.ts'
import { MarkdownField } from './MarkdownField.tsx'
import { isVisible, MAX_BODY, sizeOf } from './messageSize.ts'

/** Edits a message in its place. What was typed stays until the server has taken it, also when one leaves the channel. */
export function EditBox({ channelId, message }: { channelId: string; message: Message }) {
  const { t } = useTranslation()
  const { session } = useChat()
  const input = useRef<HTMLTextAreaElement>(null)
  const hasFormatting = useFormattingBar((state) => state.isShown)
  const place = useThreadPlace()
  const begun = useDraft(editKey(message.id)).body
  const [isEmptied, setIsEmptied] = useState(false)
  const body = begun === '' && !isEmptied ? (message.body ?? '') : begun
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  function typed(text: string) {
    setIsEmptied(text === '')
    changeDraft(editKey(message.id), { body: text })
  }

  function close() {
    stopEditing()
    focusComposer(place)
  }

  async function save() {
    if (!isVisible(body) || sizeOf(body) > MAX_BODY || isBusy) return
    if (body === message.body) {
      close()
      return
    }
    setIsBusy(true)
    setProblem(undefined)
    try {
      await session.request({ type: 'edit', channelId, messageId: message.id, body })
      close()
    } catch (error) {
      setProblem(error instanceof CommandRefused ? error.message : t('problem.unreachable'))
      setIsBusy(false)
    }
  }

  return (
    <div className="py-1">
      <div data-suggests className="field p-0">
        {hasFormatting && <FormattingToolbar field={input} />}
        <MarkdownField
          channelId={channelId}
          field={input}
          autoFocus
          value={body}
          label={t('edit.label')}
          onText={typed}
          onSend={() => void save()}
          onOtherKey={(event) => {
            if (event.key === 'Escape') close()
          }}
          className="block max-h-60 min-h-10 w-full bg-transparent px-3 py-2"
        />
      </div>
      {problem !== undefined && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
      <div className="flex gap-2 pt-1">
        <button type="button" className="button-quiet text-sm" onClick={close}>
          {t('cancel')}
        </button>
        <button type="button" disabled={isBusy} className="button-primary text-sm" onClick={save}>
          {t('edit.save')}
        </button>
      </div>
    </div>
  )
}
