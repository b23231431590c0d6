import { MessageSquare } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useAccount } from '../account/accountStore.ts'
import { places } from '../app/places.ts'
import { problemWords } from '../failure/problemWords.ts'
import { Avatar } from './Avatar.tsx'
import { BotBadge } from './BotBadge.tsx'
import { loadPerson } from './loadPerson.ts'
import { openDirect } from './openDirect.ts'
import { PresenceDot } from './PresenceDot.tsx'
import { usePerson } from './peopleStore.ts'
import { usePresence } from './presenceStore.ts'

/** Who somebody is, and the way to talk to them. */
export default function PersonCard({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const person = usePerson(accountId)
  const isSelf = useAccount((state) => state.credentials?.accountId === accountId)
  const isDeactivated = useIsDeactivated(accountId)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function talk() {
    setIsBusy(true)
    setProblem(undefined)
    try {
      const channelId = await openDirect([accountId])
      onClose()
      go(places.channel(channelId))
    } catch (error) {
      setProblem(problemWords(error, t))
      setIsBusy(false)
    }
  }

  return (
    <div className="flex w-72 max-w-[calc(100vw-2rem)] flex-col gap-3 p-4">
      <div className="flex items-center gap-3">
        <Avatar accountId={accountId} />
        <div className="min-w-0">
          <p className="flex items-center gap-1.5">
            <span dir="auto" className="truncate font-semibold">
              {person?.displayName ?? t('people.unknown')}
            </span>
            {person?.bot && <BotBadge />}
          </p>
          {person && <p className="truncate text-sm text-soft">@{person.username}</p>}
        </div>
      </div>
      {isDeactivated ? (
        <p className="text-sm text-soft">{t('people.deactivated')}</p>
      ) : isSelf ? (
        <p className="text-sm text-soft">{t('people.you')}</p>
      ) : (
        <>
          {!person?.bot && <Presence accountId={accountId} />}
          <button
            type="button"
            disabled={isBusy}
            onClick={talk}
            className="button-primary flex items-center justify-center gap-2"
          >
            <MessageSquare size={16} aria-hidden="true" />
            {t('people.message')}
          </button>
        </>
      )}
      {problem !== undefined && (
        <p role="alert" className="text-[13px] text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}

function Presence({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const status = usePresence(accountId)
  return (
    <p className="flex items-center gap-2 text-sm text-soft">
      <PresenceDot accountId={accountId} />
      <span aria-hidden="true">{t(`presence.${status}`)}</span>
    </p>
  )
}

/** Until the server has answered, and where it does not, nothing speaks against talking to them. */
function useIsDeactivated(accountId: string): boolean {
  const [isDeactivated, setIsDeactivated] = useState(false)
  useEffect(() => {
    let isStale = false
    setIsDeactivated(false)
    loadPerson(accountId).then(
      (found) => !isStale && setIsDeactivated(found?.deactivated ?? false),
      () => undefined,
    )
    return () => {
      isStale = true
    }
  }, [accountId])
  return isDeactivated
}
