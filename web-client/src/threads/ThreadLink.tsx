import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChat } from '../app/ChatContext.tsx'
import { places } from '../app/places.ts'
import { Avatar } from '../people/Avatar.tsx'
import type { Message } from '../timeline/message.ts'
import { fullTime, momentName } from '../timeline/times.ts'
import { useThreadPlace } from './ThreadPlace.ts'
import { useThreadSummary } from './threadSummary.ts'

const MOST_FACES = 4

/** Under a message that began a thread: who answered, how often and when last. It opens the thread. */
export function ThreadLink({ channelId, message }: { channelId: string; message: Message }) {
  const { t, i18n } = useTranslation()
  const { accountId } = useChat()
  const place = useThreadPlace()
  const summary = useThreadSummary(channelId, message, accountId)
  if (!summary || place !== undefined) return null
  const { count, lastAt, unread, authorIds } = summary
  return (
    <Link
      href={places.thread(channelId, message.id)}
      className="group/thread -ms-1.5 mt-1 flex min-h-8 w-fit max-w-full items-center gap-2 rounded-lg border border-transparent px-1.5 text-[13px] hover:border-line hover:bg-canvas max-md:min-h-11"
    >
      <span className="flex gap-0.5" aria-hidden="true">
        {authorIds.slice(0, MOST_FACES).map((id) => (
          <Avatar key={id} accountId={id} small />
        ))}
      </span>
      <span className="shrink-0 font-semibold tabular-nums text-accent">{t('threads.count', { count })}</span>
      {unread > 0 && (
        <span className="shrink-0 rounded-full bg-accent px-1.5 py-px text-xs font-semibold tabular-nums text-on-accent">
          {t('threads.unread', { count: unread })}
        </span>
      )}
      {lastAt !== undefined && (
        <span className="truncate text-soft" data-tooltip={fullTime(lastAt, i18n.language)}>
          {t('threads.lastAt', { when: momentName(lastAt, i18n.language) })}
        </span>
      )}
      <ChevronRight
        size={15}
        aria-hidden="true"
        className="shrink-0 text-soft opacity-0 group-hover/thread:opacity-100 group-focus-visible/thread:opacity-100 rtl:-scale-x-100"
      />
    </Link>
  )
}
