import type { HTMLAttributes, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { Avatar } from '../people/Avatar.tsx'
import { BotBadge } from '../people/BotBadge.tsx'
import { usePerson } from '../people/peopleStore.ts'
import { WithCard } from '../people/WithCard.tsx'
import { fullTime, shortTime } from './times.ts'

interface RowFrameProps {
  /** Missing while the message is on its way. */
  messageId?: string
  authorId: string
  at: number
  isContinued: boolean
  /** Whether the message calls whoever reads it. */
  isMention?: boolean
  className?: string
  above?: ReactNode
  handlers?: HTMLAttributes<HTMLElement>
  children: ReactNode
}

/** Where name, face and time of a message stand; of a continued one only the time, and only when pointed at. */
export function RowFrame({
  messageId,
  authorId,
  at,
  isContinued,
  isMention,
  className,
  above,
  handlers,
  children,
}: RowFrameProps) {
  const { t, i18n } = useTranslation()
  const person = usePerson(authorId)
  const name = person?.displayName ?? t('people.unknown')
  const time = (
    <Tooltip label={fullTime(at, i18n.language)}>
      <time
        dateTime={new Date(at).toISOString()}
        className={`text-xs tabular-nums text-soft ${
          isContinued
            ? 'absolute start-0 w-[4.250rem] pe-2 pt-[3px] text-end text-[11px] opacity-0 group-focus-within:opacity-100 group-hover:opacity-100'
            : ''
        }`}
      >
        {shortTime(at, i18n.language)}
      </time>
    </Tooltip>
  )
  return (
    <article
      tabIndex={-1}
      aria-label={t('timeline.by', { name, time: shortTime(at, i18n.language) })}
      data-message-id={messageId}
      className={`group relative px-5 py-px pointer-coarse:select-none ${isContinued ? '' : 'pt-[11px]'} ${
        isMention
          ? 'bg-mention-soft before:absolute before:inset-y-0 before:start-0 before:w-[3px] before:bg-mention'
          : 'hover:bg-hover focus-visible:bg-hover'
      } ${className ?? ''}`}
      {...handlers}
    >
      {above}
      <div className="flex gap-3">
        {isContinued ? (
          <span className="w-9 shrink-0">{time}</span>
        ) : (
          <span className="pt-[3px]">
            <WithCard accountId={authorId}>
              {/* the name beside it does the same by keyboard */}
              <button type="button" aria-hidden="true" tabIndex={-1} className="block rounded-xl">
                <Avatar accountId={authorId} />
              </button>
            </WithCard>
          </span>
        )}
        <div className="min-w-0 flex-1">
          {!isContinued && (
            <div className="flex items-baseline gap-2 leading-[22px]">
              <WithCard accountId={authorId}>
                <button
                  type="button"
                  dir="auto"
                  data-tooltip={person && `@${person.username}`}
                  className="truncate rounded font-semibold hover:underline"
                >
                  {name}
                </button>
              </WithCard>
              {person?.bot && <BotBadge />}
              {time}
            </div>
          )}
          {children}
        </div>
      </div>
    </article>
  )
}
