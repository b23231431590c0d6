import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../account/accountStore.ts'
import { type Person, usePeople } from '../../people/peopleStore.ts'
import type { Channel } from '../channelsStore.ts'
import { ROLES } from '../permissions.ts'
import { MemberConfirm } from './MemberConfirm.tsx'
import type { MemberAct } from './MemberMenu.tsx'
import { MemberRow } from './MemberRow.tsx'
import type { Member } from './memberQueries.ts'
import { loadMoreMembers, openMembers, useMembers } from './membersStore.ts'

/** So few are seen at a glance. */
const FEW = 8

/** The members that are loaded, the most powerful first, by name. */
export function MemberList({ channel, name }: { channel: Channel; name: string }) {
  const { t } = useTranslation()
  const selfId = useAccount((state) => state.credentials?.accountId)
  const { members, more, state } = useMembers()
  const people = usePeople((all) => all.byId)
  const [query, setQuery] = useState('')
  const [asking, setAsking] = useState<{ act: MemberAct; memberId: string }>()
  const shown = useMemo(() => matching(members, people, query), [members, people, query])

  return (
    <>
      {(members.length > FEW || more !== null) && (
        <div className="sticky top-0 z-10 bg-panel px-3 pb-1 pt-3">
          <input
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            placeholder={t('members.find')}
            aria-label={t('members.find')}
            className="field max-md:min-h-11"
          />
        </div>
      )}
      <div className="p-2">
        <ul aria-label={t('members.members')}>
          {shown.map((member) => (
            <MemberRow
              key={member.id}
              channel={channel}
              member={member}
              isSelf={member.id === selfId}
              onAct={(act) => setAsking({ act, memberId: member.id })}
            />
          ))}
        </ul>
        <p role="status" className="px-2 text-sm text-soft">
          {state === 'ready' && shown.length === 0 && t('members.noMatch')}
          {query !== '' && more !== null && ` ${t('members.searchedLoaded', { count: members.length })}`}
        </p>
        {state === 'failed' && (
          <div className="flex flex-col items-center gap-2 p-4 text-sm text-soft">
            {t('problem.unreachable')}
            <button type="button" className="button-quiet" onClick={() => void openMembers(channel.id)}>
              {t('timeline.retry')}
            </button>
          </div>
        )}
        {more !== null && state !== 'failed' && (
          <button
            type="button"
            disabled={state === 'loading'}
            className="button-quiet w-full text-sm"
            onClick={() => void loadMoreMembers()}
          >
            {t('members.more')}
          </button>
        )}
      </div>
      {asking && (
        <MemberConfirm
          {...asking}
          channelId={channel.id}
          channelName={name}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}

function matching(members: readonly Member[], people: Readonly<Record<string, Person>>, query: string) {
  const wanted = query.trim().replace(/^@/, '').toLocaleLowerCase()
  const nameOf = ({ id }: Member) => people[id]?.displayName ?? ''
  return members
    .filter((member) =>
      `${nameOf(member)} ${people[member.id]?.username}`.toLocaleLowerCase().includes(wanted),
    )
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || nameOf(a).localeCompare(nameOf(b)))
}
