import { type ComponentType, memo, useSyncExternalStore } from 'react'
import { useEmojiNames } from '../emoji/useEmojiNames.ts'
import { ErrorBoundary } from '../failure/ErrorBoundary.tsx'
import type { Mentions } from '../timeline/message.ts'
import { isEmojiOnly } from './emojiOnly.ts'
import { Foldable, isLong } from './Foldable.tsx'
import type { MentionedNames } from './mentionsAndSpoilers.ts'
import { useMentionedNames } from './useMentionedNames.ts'

type MarkdownText = ComponentType<{
  text: string
  named?: ((text: string) => string) | undefined
  mentioned?: MentionedNames | undefined
}>

/** More of a message is only shown when somebody wants to read it. */
const LONG = { lines: 20, characters: 2_000 }

/** Until it can be fetched, texts are shown as they were written. */
const TRY_AGAIN_MS = 5_000

let loaded: MarkdownText | undefined
const waiting = new Set<() => void>()

/** Comes right after the first paint: most messages are plain, and the first screen does not wait for the others. */
export async function loadMarkdown(): Promise<void> {
  try {
    loaded = (await import('./MarkdownText.tsx')).default
  } catch {
    setTimeout(loadMarkdown, TRY_AGAIN_MS)
    return
  }
  for (const notify of waiting) notify()
}

function subscribe(notify: () => void): () => void {
  waiting.add(notify)
  return () => waiting.delete(notify)
}

interface MessageBodyProps {
  body: string
  mentions?: Mentions | null | undefined
}

/** The text of a message. */
export const MessageBody = memo(function MessageBody({ body, mentions }: MessageBodyProps) {
  const Markdown = useSyncExternalStore(subscribe, () => loaded)
  const named = useEmojiNames(body)
  const mentioned = useMentionedNames(mentions)
  const plain = named ? named(body) : body
  const text =
    Markdown && mayBeMarkdown(body) ? (
      // a text that Markdown stumbles over is still a text
      <ErrorBoundary key={body} fallback={() => <p>{body}</p>}>
        <Markdown text={body} named={named} mentioned={mentioned} />
      </ErrorBoundary>
    ) : (
      <p className={isEmojiOnly(plain) ? 'emoji-only' : undefined}>{plain}</p>
    )
  const prose = (
    <div className="prose-message" dir="auto">
      {text}
    </div>
  )
  if (!isLong(body, LONG)) return prose
  return (
    <Foldable text={body} className="max-h-72">
      {prose}
    </Foldable>
  )
})

const MARKS = /[*_~`>#[\]|\\<&@]|:\/\/|www\.|^[ \t]*(?:[-+]|\d+[.)])[ \t]|^(?: {4}|\t)|^[-=]{2,}/m

/** Whether Markdown could make anything of the text but a paragraph. In doubt, yes. */
export function mayBeMarkdown(text: string): boolean {
  return MARKS.test(text) || /\n\s*\n/.test(text)
}
