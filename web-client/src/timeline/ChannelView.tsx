import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useChat } from '../app/ChatContext.tsx'
import { places } from '../app/places.ts'
import { useChannelName } from '../channels/channelName.ts'
import { useChannel, useChannels } from '../channels/channelsStore.ts'
import { JoinBar } from '../channels/JoinBar.tsx'
import { writingClosed } from '../channels/permissions.ts'
import { Composer } from '../composer/Composer.tsx'
import { WritingClosedBar } from '../composer/WritingClosedBar.tsx'
import { TypingLine } from '../typing/TypingLine.tsx'
import { ChannelHeader } from './ChannelHeader.tsx'
import { PermalinkNotice, useLostMessage } from './PermalinkNotice.tsx'
import { TimelineList } from './TimelineList.tsx'
import { useTimeline } from './timelineStore.ts'

/** One channel: its head, its messages, and where one writes. */
export function ChannelView({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const chat = useChat()
  const { state, keptAt } = useTimeline(channelId)
  const isKept = keptAt !== undefined
  const wasKept = useRef(false)
  wasKept.current ||= isKept
  const channel = useChannel(channelId)
  const name = useChannelName(channelId) ?? ''
  const joinedIds = useChannels((channels) => channels.joinedIds)
  const isMember = joinedIds?.has(channelId) ?? false
  // whoever is no member may still join to read along, unless nothing is written here any more
  const closed = channel && (isMember || channel.archived) ? writingClosed(channel) : undefined
  const unread = useUnreadAtEntry(channelId)
  const isPermalink = useLostMessage(channelId) !== undefined
  const [, go] = useLocation()

  return (
    <div className="flex h-full flex-col">
      <ChannelHeader channelId={channelId} />
      {state === 'ready' && <PermalinkNotice channelId={channelId} />}
      {state === 'ready' && (
        <TimelineList
          // what an earlier visit left does not know where the unread part begins
          key={`${isKept} ${unread === undefined}`}
          keepsPlace={wasKept.current}
          channelId={channelId}
          unreadAfterSeq={unread?.afterSeq}
          unreadCount={unread?.count ?? 0}
        />
      )}
      {state === 'loading' && <LoadingTimeline />}
      {state === 'missing' && (
        <Notice
          title={isPermalink ? t('permalink.forbidden') : t('timeline.missing')}
          hint={t('timeline.missingHint')}
          button={{ label: t('permalink.home'), run: () => go(places.home) }}
        />
      )}
      {state === 'unreachable' && (
        <Notice
          title={t('timeline.unreachable')}
          button={{ label: t('timeline.retry'), run: () => chat.timelines.open(channelId) }}
        />
      )}
      {state !== 'missing' && (
        <>
          {closed !== undefined ? (
            <WritingClosedBar reason={closed} />
          ) : joinedIds && !joinedIds.has(channelId) ? (
            <JoinBar channelId={channelId} name={name} />
          ) : (
            <Composer channelId={channelId} name={name} />
          )}
          <TypingLine channelId={channelId} />
        </>
      )}
    </div>
  )
}

/** Where the unread part began when the channel was entered; stays so for the whole visit. */
function useUnreadAtEntry(channelId: string): { afterSeq: number | undefined; count: number } | undefined {
  const channel = useChannel(channelId)
  const [atEntry, setAtEntry] = useState<{ afterSeq: number | undefined; count: number }>()
  if (channel && !channel.isKept && !atEntry) {
    const { unreadCount: count, readSeq } = channel
    setAtEntry({ afterSeq: count > 0 ? readSeq : undefined, count })
  }
  return atEntry
}

function LoadingTimeline() {
  return (
    <div
      aria-hidden="true"
      className="flex min-h-0 flex-1 animate-late flex-col justify-end gap-5 overflow-hidden px-5 pb-5"
    >
      {['w-2/3', 'w-1/2', 'w-3/4', 'w-2/5'].map((width) => (
        <div key={width} className="flex gap-3">
          <div className="size-9 rounded-xl bg-raised" />
          <div className="flex flex-1 flex-col gap-2 pt-1">
            <div className="h-3 w-28 rounded bg-raised" />
            <div className={`h-3 rounded bg-raised ${width}`} />
          </div>
        </div>
      ))}
    </div>
  )
}

interface NoticeProps {
  title: string
  hint?: string
  button?: { label: string; run: () => void }
}

function Notice({ title, hint, button }: NoticeProps) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-2 p-8 text-center">
      <p className="font-semibold">{title}</p>
      {hint !== undefined && <p className="text-soft">{hint}</p>}
      {button && (
        <button type="button" className="button-primary mt-2" onClick={button.run}>
          {button.label}
        </button>
      )}
    </div>
  )
}
