import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../people/Avatar.tsx'
import { PresenceDot } from '../../people/PresenceDot.tsx'
import { usePerson } from '../../people/peopleStore.ts'
import type { Channel } from '../channelsStore.ts'
import { mayPutOut, type Role, rolesToGive } from '../permissions.ts'
import { changeRole } from './changeRole.ts'
import { type MemberAct, MemberMenu } from './MemberMenu.tsx'
import { memberProblem } from './memberProblem.ts'
import type { Member } from './memberQueries.ts'

interface MemberRowProps {
  channel: Channel
  member: Member
  isSelf: boolean
  onAct: (act: MemberAct, member: Member) => void
}

/** Somebody who is in the channel, with the role, and with what one may do about it. */
export function MemberRow({ channel, member, isSelf, onAct }: MemberRowProps) {
  const { t } = useTranslation()
  const person = usePerson(member.id)
  const [problem, setProblem] = useState<string>()
  const name = person?.displayName ?? t('people.unknown')
  const roles = rolesToGive(channel, member.role, isSelf)
  const acts = actsOn(channel, member, isSelf)

  async function give(role: Role) {
    setProblem(undefined)
    await changeRole(channel.id, member, role).catch((error) => setProblem(memberProblem(error, t)))
  }

  return (
    <li className="rounded-lg px-2 py-1 hover:bg-raised">
      <div className="flex min-h-11 items-center gap-3">
        <span className="relative">
          <Avatar accountId={member.id} />
          {!member.deactivated && (
            <PresenceDot accountId={member.id} className="absolute -bottom-0.5 -end-0.5" />
          )}
        </span>
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-1.5">
            <span dir="auto" className={`truncate font-medium ${member.deactivated ? 'text-soft' : ''}`}>
              {name}
            </span>
            {isSelf && <span className="shrink-0 text-sm text-soft">{t('members.you')}</span>}
            {person?.bot && <Badge text={t('people.bot')} />}
          </p>
          <p className="truncate text-[13px] leading-tight text-soft">
            {person && `@${person.username}`}
            {member.deactivated && ` · ${t('members.deactivated')}`}
          </p>
        </div>
        {member.role !== 'MEMBER' && <Badge text={t(`members.roles.${member.role}`)} />}
        {roles.length + acts.length > 0 && (
          <MemberMenu
            name={name}
            role={member.role}
            roles={roles}
            acts={acts}
            onRole={(role) => void give(role)}
            onAct={(act) => onAct(act, member)}
          />
        )}
      </div>
      {problem !== undefined && (
        <p role="alert" className="pb-1 ps-12 text-[13px] text-danger">
          {problem}
        </p>
      )}
    </li>
  )
}

function Badge({ text }: { text: string }) {
  return (
    <span className="shrink-0 rounded bg-raised px-1.5 py-px text-[11px] font-semibold text-soft">
      {text}
    </span>
  )
}

function actsOn(channel: Channel, member: Member, isSelf: boolean): MemberAct[] {
  if (isSelf) return []
  const acts: MemberAct[] = []
  const mayOwn = rolesToGive(channel, member.role, false).includes('OWNER')
  if (mayOwn && !member.deactivated) acts.push('handOver')
  if (mayPutOut('REMOVE', channel, member.role)) acts.push('remove')
  if (mayPutOut('BAN', channel, member.role)) acts.push('ban')
  return acts
}
