import { useTranslation } from 'react-i18next'

const MOST_SHOWN = 99

/** How much is unread: loud where somebody waits for an answer, quiet in a channel. */
export function UnreadCount({ count, isDirect }: { count: number; isDirect: boolean }) {
  const { t } = useTranslation()
  return (
    <span
      className={`rounded-full px-1.5 text-xs font-semibold leading-[1.125rem] tabular-nums ${
        isDirect ? 'bg-unread text-on-unread' : 'bg-raised text-ink group-hover/row:bg-line'
      }`}
    >
      <span aria-hidden="true">{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
      <span className="sr-only">{t('channels.unread', { count })}</span>
    </span>
  )
}
