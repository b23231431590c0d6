import type { PresenceStatus } from '@tidings/client'
import { useTranslation } from 'react-i18next'
import { usePresence } from './presenceStore.ts'

/** Told apart by shape too: full, half empty, empty. */
const LOOKS: Record<PresenceStatus, string> = {
  ONLINE: 'bg-presence border-presence',
  AWAY: 'bg-canvas border-presence',
  OFFLINE: 'bg-canvas border-soft',
}

/** Whether somebody is there. Goes beside the name or on a corner of the avatar; `className` says where. */
export function PresenceDot({ accountId, className = '' }: { accountId: string; className?: string }) {
  const { t } = useTranslation()
  const status = usePresence(accountId)
  return (
    <span className={`inline-flex shrink-0 ${className}`}>
      <span aria-hidden="true" className={`size-2.5 rounded-full border-2 ${LOOKS[status]}`} />
      <span className="sr-only">{t(`presence.${status}`)}</span>
    </span>
  )
}
