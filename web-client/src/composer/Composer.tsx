import { newClientMessageId } from '@tidings/client'
import { SendHorizontal, Timer, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { usePerson } from '../people/peopleStore.ts'
import type { Quote } from '../timeline/message.ts'
import { timelineOf } from '../timeline/timelineStore.ts'
import { COMPOSER_ID } from './composerFocus.ts'
import { changeDraft, draftKey, useDraft } from './draftStore.ts'
import { startEditing } from './editingStore.ts'
import { isSendKey } from './keys.ts'
import { isVisible, MAX_BODY, sizeOf } from './messageSize.ts'
import { useSlowMode } from './useSlowMode.ts'

const COUNT_FROM = MAX_BODY - 300
const TYPING_EVERY_MS = 3_000

interface ComposerProps {
  channelId: string
  /** What is written to, for the label. */
  name: string
  /** The message that began the thread that is written in; none for the channel itself. */
  rootId?: string
}

export function Composer({ channelId, name, rootId }: ComposerProps) {
  const { t } = useTranslation()
  const { outbox, session, timelines, accountId } = useChat()
  const key = draftKey(channelId, rootId)
  const { body, replyTo } = useDraft(key)
  const lastTyping = useRef(0)
  const input = useRef<HTMLTextAreaElement>(null)
  const size = sizeOf(body)
  const slowMode = useSlowMode(channelId)
  const canSend = isVisible(body) && size <= MAX_BODY && slowMode.left === 0

  useEffect(() => {
    // on a phone this would open the keyboard over what one came to read
    if (window.matchMedia('(hover: hover)').matches) input.current?.focus()
  }, [])

  function send() {
    if (!canSend) return
    outbox.add({
      clientMessageId: newClientMessageId(),
      channelId,
      body,
      replyTo: replyTo?.id ?? rootId ?? null,
      writtenAt: Date.now(),
    })
    changeDraft(key, { body: '', replyTo: null })
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

  return (
    <form
      className="px-4 pb-1"
      onSubmit={(event) => {
        event.preventDefault()
        send()
        input.current?.focus()
      }}
    >
      {slowMode.interval > 0 && (
        <p className="flex items-center gap-1.5 px-1 pb-1 text-xs text-soft">
          <Timer size={13} aria-hidden="true" />
          <span>{t('slowMode.rule', { count: slowMode.interval })}</span>
          {slowMode.left > 0 && (
            <span role="timer" className="font-semibold tabular-nums text-ink">
              {t('slowMode.left', { count: slowMode.left })}
            </span>
          )}
        </p>
      )}
      {replyTo && <ReplyLine quote={replyTo} onCancel={() => changeDraft(key, { replyTo: null })} />}
      <div
        className={`flex items-end rounded-xl border border-line-strong/60 bg-canvas focus-within:border-accent focus-within:ring-2 focus-within:ring-accent/25 ${replyTo ? 'rounded-t-none' : ''}`}
      >
        <textarea
          id={rootId === undefined ? COMPOSER_ID : undefined}
          ref={input}
          rows={1}
          value={body}
          aria-label={t('composer.label', { name })}
          placeholder={t('composer.label', { name })}
          enterKeyHint="send"
          dir="auto"
          onChange={(event) => typed(event.target.value)}
          onKeyDown={(event) => {
            if (isSendKey(event)) {
              event.preventDefault()
              send()
            } else if (event.key === 'ArrowUp' && body === '' && rootId === undefined) {
              event.preventDefault()
              editLast()
            } else if (event.key === 'Escape' && replyTo) {
              changeDraft(key, { replyTo: null })
            }
          }}
          className="field-sizing-content max-h-[40vh] min-h-11 min-w-0 flex-1 resize-none bg-transparent px-4 py-2.5 outline-none"
        />
        {size > COUNT_FROM && (
          <span
            className={`self-center px-2 text-xs tabular-nums ${size > MAX_BODY ? 'font-semibold text-danger' : 'text-soft'}`}
          >
            {MAX_BODY - size}
          </span>
        )}
        <button
          type="submit"
          disabled={!canSend}
          aria-label={t('composer.send')}
          title={t('composer.send')}
          className="m-1 inline-flex size-9 items-center justify-center rounded-lg bg-accent text-on-accent transition-colors disabled:bg-transparent disabled:text-soft max-md:size-11"
        >
          <SendHorizontal size={18} />
        </button>
      </div>
    </form>
  )
}

function ReplyLine({ quote, onCancel }: { quote: Quote; onCancel: () => void }) {
  const { t } = useTranslation()
  const author = usePerson(quote.authorId ?? '')
  return (
    <div className="flex items-center gap-2 rounded-t-xl border border-b-0 border-line bg-panel px-4 py-1.5 text-sm text-soft">
      <span className="min-w-0 flex-1 truncate">
        {t('composer.replyingTo')} <span className="font-semibold text-ink">{author?.displayName}</span>{' '}
        {quote.body}
      </span>
      <button
        type="button"
        className="rounded p-1 hover:text-ink"
        aria-label={t('composer.cancelReply')}
        onClick={onCancel}
      >
        <X size={15} />
      </button>
    </div>
  )
}
