import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { momentName } from '../timeline/times.ts'
import { useConnection } from './connectionStore.ts'

/** A blink of the network is nobody's business. */
const PATIENCE_MS = 1_500

/** Says that there is no connection, until when, and lets one try at once. */
export function ConnectionBanner() {
  const { t, i18n } = useTranslation()
  const chat = useChat()
  const status = useConnection((state) => state.status)
  const hasNetwork = useConnection((state) => state.hasNetwork)
  const asOf = useConnection((state) => state.asOf)
  const isOffline = status.state === 'waiting' || (status.state === 'connecting' && status.attempt > 0)
  const [isLong, setIsLong] = useState(false)
  const [now, setNow] = useState(Date.now)

  useEffect(() => {
    if (!isOffline) {
      setIsLong(false)
      return
    }
    const patience = setTimeout(() => setIsLong(true), PATIENCE_MS)
    const clock = setInterval(() => setNow(Date.now()), 500)
    return () => {
      clearTimeout(patience)
      clearInterval(clock)
    }
  }, [isOffline])

  if (!isOffline || (hasNetwork && !isLong)) return null
  const seconds = status.state === 'waiting' ? Math.max(0, Math.ceil((status.retryAt - now) / 1000)) : 0
  return (
    <div
      role="alert"
      className="flex min-h-10 items-center justify-center gap-3 bg-warn-soft px-4 py-1 text-sm text-warn-ink"
    >
      <span>{t(hasNetwork ? 'connection.lost' : 'connection.noNetwork')}</span>
      {asOf !== undefined && <span>{t('connection.asOf', { at: momentName(asOf, i18n.language) })}</span>}
      <span aria-hidden="true" className="tabular-nums">
        {seconds > 0 ? t('connection.retryIn', { count: seconds }) : t('connection.retrying')}
      </span>
      <button
        type="button"
        className="min-h-8 rounded px-2 font-semibold underline underline-offset-2"
        onClick={() => chat.session.wake()}
      >
        {t('connection.retryNow')}
      </button>
    </div>
  )
}
