import { type ComponentType, memo, useSyncExternalStore } from 'react'
import { useEmojiNames } from '../emoji/useEmojiNames.ts'
import { ErrorBoundary } from '../failure/ErrorBoundary.tsx'

type MarkdownText = ComponentType<{ text: string; named?: ((text: string) => string) | undefined }>

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

/** The text of a message. */
export const MessageBody = memo(function MessageBody({ body }: { body: string }) {
  const Markdown = useSyncExternalStore(subscribe, () => loaded)
  const named = useEmojiNames(body)
  return (
    <div className="prose-message" dir="auto">
      {Markdown && mayBeMarkdown(body) ? (
        // a text that Markdown stumbles over is still a text
        <ErrorBoundary key={body} fallback={() => <p>{body}</p>}>
          <Markdown text={body} named={named} />
        </ErrorBoundary>
      ) : (
        <p>{named ? named(body) : body}</p>
      )}
    </div>
  )
})

const MARKS = /[*_~`>#[\]|\\<&@]|:\/\/|www\.|^[ \t]*(?:[-+]|\d+[.)])[ \t]|^(?: {4}|\t)|^[-=]{2,}/m

/** Whether Markdown could make anything of the text but a paragraph. In doubt, yes. */
export function mayBeMarkdown(text: string): boolean {
  return MARKS.test(text) || /\n\s*\n/.test(text)
}
