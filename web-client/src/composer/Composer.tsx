import { newClientMessageId } from '@tidings/client'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { MessageBody } from '../markdown/MessageBody.tsx'
import { timelineOf } from '../timeline/timelineStore.ts'
import { ComposerActions } from './ComposerActions.tsx'
import { useCommands } from './commands/useCommands.tsx'
import { COMPOSER_ID, THREAD_COMPOSER_ID } from './composerFocus.ts'
import { changeDraft, draftKey, useDraft } from './draftStore.ts'
import { startEditing } from './editingStore.ts'
import { FormattingToolbar } from './FormattingToolbar.tsx'
import { useFormattingBar } from './formattingBar.ts'
import { MarkdownField } from './MarkdownField.tsx'
import { isVisible, MAX_BODY, sizeOf } from './messageSize.ts'
import { ReplyChip } from './ReplyChip.tsx'
import { SlowModeLine } from './SlowModeLine.tsx'
import { useSlowMode } from './useSlowMode.ts'

const TYPING_EVERY_MS = 3_000

interface ComposerProps {
  channelId: string
  /** What is written to, for the label. */
  name: string
  /** The message that began the thread that is written in; none for the channel itself. */
  rootId?: string
}

/** Where one writes: one card with what one answers, the text, and what can be done with it. */
export function Composer({ channelId, name, rootId }: ComposerProps) {
  const { t } = useTranslation()
  const { outbox, session, timelines, accountId } = useChat()
  const key = draftKey(channelId, rootId)
  const { body, replyTo } = useDraft(key)
  const lastTyping = useRef(0)
  const input = useRef<HTMLTextAreaElement>(null)
  const slowMode = useSlowMode(channelId)
  const hasFormatting = useFormattingBar((state) => state.isShown)
  const [isPreviewing, setIsPreviewing] = useState(false)
  const canSend = isVisible(body) && sizeOf(body) <= MAX_BODY && slowMode.left === 0
  const commands = useCommands(rootId === undefined ? channelId : undefined)
  const label = rootId === undefined ? t('composer.label', { name }) : t('threads.reply')

  useEffect(() => {
    // on a phone this would open the keyboard over what one came to read
    if (window.matchMedia('(hover: hover)').matches) input.current?.focus()
  }, [])

  function send() {
    if (!isVisible(body)) return
    // what a command does is no message, and slow mode does not hold it up
    if (commands.run(body, () => changeDraft(key, { body: '' }))) return
    if (!canSend) return
    outbox.add({
      clientMessageId: newClientMessageId(),
      channelId,
      body: commands.written(body),
      replyTo: replyTo?.id ?? rootId ?? null,
      writtenAt: Date.now(),
    })
    changeDraft(key, { body: '', replyTo: null })
    setIsPreviewing(false)
    lastTyping.current = 0
    if (rootId === undefined) void timelines.goToLatest(channelId)
  }

  function typed(text: string) {
    changeDraft(key, { body: text })
    if (text === '' || Date.now() - lastTyping.current < TYPING_EVERY_MS) return
    lastTyping.current = Date.now()
    session.signal({ type: 'typing', channelId })
  }

  function editLast() {
    const last = timelineOf(channelId).window?.messages.findLast(
      (message) => message.authorId === accountId && message.body !== null,
    )
    if (last) startEditing(last.id)
  }

  function onOtherKey(event: KeyboardEvent) {
    if (event.key === 'ArrowUp' && body === '' && rootId === undefined) {
      event.preventDefault()
      editLast()
    } else if (event.key === 'Escape' && replyTo) {
      changeDraft(key, { replyTo: null })
    }
  }

  function togglePreview() {
    setIsPreviewing(!isPreviewing)
    if (isPreviewing) requestAnimationFrame(() => input.current?.focus())
  }

  return (
    <form
      className="px-4 pb-1"
      onSubmit={(event) => {
        event.preventDefault()
        send()
        requestAnimationFrame(() => input.current?.focus())
      }}
    >
      <SlowModeLine {...slowMode} />
      <div
        data-suggests
        className="rounded-xl border border-line-strong/60 bg-canvas focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/25"
      >
        {hasFormatting && <FormattingToolbar field={input} isDisabled={isPreviewing} />}
        {replyTo && <ReplyChip quote={replyTo} onCancel={() => changeDraft(key, { replyTo: null })} />}
        {isPreviewing && (
          <section
            aria-label={t('composer.preview')}
            className="max-h-[40vh] min-h-11 overflow-y-auto px-3.5 pt-2.5 pb-1"
          >
            <MessageBody body={body} />
          </section>
        )}
        <MarkdownField
          channelId={channelId}
          field={input}
          id={rootId === undefined ? COMPOSER_ID : THREAD_COMPOSER_ID}
          value={body}
          label={label}
          placeholder={label}
          isHidden={isPreviewing}
          hasCommands={rootId === undefined}
          onText={typed}
          onSend={send}
          onOtherKey={onOtherKey}
          className="block max-h-[40vh] min-h-11 w-full bg-transparent px-3.5 pt-2.5 pb-1"
        />
        <ComposerActions
          field={input}
          body={body}
          canSend={canSend}
          isPreviewing={isPreviewing}
          onPreview={togglePreview}
        />
      </div>
      {commands.shown}
    </form>
  )
}
