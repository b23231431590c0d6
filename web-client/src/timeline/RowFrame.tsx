import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../people/Avatar.tsx'
import { usePerson } from '../people/peopleStore.ts'
import { fullTime, shortTime } from './times.ts'

interface RowFrameProps {
  authorId: string
  at: number
  isContinued: boolean
  className?: string
  above?: ReactNode
  children: ReactNode
}

/** Where name, face and time of a message stand; of a continued one only the time, and only when pointed at. */
export function RowFrame({ authorId, at, isContinued, className, above, children }: RowFrameProps) {
  const { t, i18n } = useTranslation()
  const person = usePerson(authorId)
  const name = person?.displayName ?? t('people.unknown')
  const time = (
    <time
      dateTime={new Date(at).toISOString()}
      title={fullTime(at, i18n.language)}
      className={`text-xs tabular-nums text-soft ${
        isContinued
          ? 'absolute left-0 w-[4.250rem] pr-2 pt-1 text-right text-[11px] opacity-0 group-focus-within:opacity-100 group-hover:opacity-100'
          : ''
      }`}
    >
      {shortTime(at, i18n.language)}
    </time>
  )
  return (
    <article
      tabIndex={-1}
      aria-label={t('timeline.by', { name, time: shortTime(at, i18n.language) })}
      className={`group relative px-5 hover:bg-hover focus-visible:bg-hover ${isContinued ? 'py-0.5' : 'pb-0.5 pt-2.5'} ${className ?? ''}`}
    >
      {above}
      <div className="flex gap-3">
        {isContinued ? (
          <span className="w-9 shrink-0">{time}</span>
        ) : (
          <span className="pt-0.5">
            <Avatar accountId={authorId} />
          </span>
        )}
        <div className="min-w-0 flex-1">
          {!isContinued && (
            <div className="flex items-baseline gap-2">
              <span
                dir="auto"
                className="truncate font-semibold"
                title={person ? `@${person.username}` : undefined}
              >
                {name}
              </span>
              {person?.bot && (
                <span className="rounded bg-raised px-1 text-[10px] font-semibold uppercase text-soft">
                  {t('people.bot')}
                </span>
              )}
              {time}
            </div>
          )}
          {children}
        </div>
      </div>
    </article>
  )
}
