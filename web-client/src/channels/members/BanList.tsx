import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemWords } from '../../failure/problemWords.ts'
import { Avatar } from '../../people/Avatar.tsx'
import { usePerson } from '../../people/peopleStore.ts'
import { unbanAccount } from './memberCommands.ts'
import { loadBans, useMembers } from './membersStore.ts'

/** Whom the channel keeps out. */
export function BanList({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const bannedIds = useMembers((state) => state.bannedIds)
  const more = useMembers((state) => state.moreBans)
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => {
    setHasFailed(false)
    if (bannedIds === undefined) loadBans().catch(() => setHasFailed(true))
  }, [bannedIds])

  if (hasFailed) return <p className="p-4 text-sm text-soft">{t('problem.unreachable')}</p>
  if (bannedIds?.length === 0) return <p className="p-4 text-sm text-soft">{t('members.noBans')}</p>
  return (
    <div className="p-2">
      <ul aria-label={t('members.bans')}>
        {bannedIds?.map((id) => (
          <BanRow key={id} channelId={channelId} accountId={id} />
        ))}
      </ul>
      {more !== null && (
        <button
          type="button"
          className="button-quiet w-full text-sm"
          onClick={() => loadBans().catch(() => setHasFailed(true))}
        >
          {t('members.more')}
        </button>
      )}
    </div>
  )
}

function BanRow({ channelId, accountId }: { channelId: string; accountId: string }) {
  const { t } = useTranslation()
  const person = usePerson(accountId)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const name = person?.displayName ?? t('people.unknown')

  async function unban() {
    setIsBusy(true)
    setProblem(undefined)
    await unbanAccount(channelId, accountId).catch((error) => {
      setProblem(problemWords(error, t))
      setIsBusy(false)
    })
  }

  return (
    <li className="rounded-lg px-2 py-1 hover:bg-raised">
      <div className="flex min-h-11 items-center gap-3">
        <Avatar accountId={accountId} />
        <div className="min-w-0 flex-1">
          <p dir="auto" className="truncate font-medium">
            {name}
          </p>
          {person && <p className="truncate text-[13px] leading-tight text-soft">@{person.username}</p>}
        </div>
        <button
          type="button"
          disabled={isBusy}
          className="button-quiet shrink-0 text-sm max-md:min-h-11"
          aria-label={t('members.unbanName', { name })}
          onClick={() => void unban()}
        >
          {t('members.unban')}
        </button>
      </div>
      {problem !== undefined && (
        <p role="alert" className="pb-1 ps-12 text-[13px] text-danger">
          {problem}
        </p>
      )}
    </li>
  )
}
