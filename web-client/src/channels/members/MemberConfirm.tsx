import { useTranslation } from 'react-i18next'
import { useAccount } from '../../account/accountStore.ts'
import { usePerson } from '../../people/peopleStore.ts'
import { ConfirmDialog } from '../ConfirmDialog.tsx'
import { handOver } from './changeRole.ts'
import type { MemberAct } from './MemberMenu.tsx'
import { banAccount, removeMember } from './memberCommands.ts'
import { memberProblem } from './memberProblem.ts'

interface MemberConfirmProps {
  act: MemberAct
  memberId: string
  channelId: string
  channelName: string
  onClose: () => void
}

/** Says what removing, banning or handing over means before it is done. */
export function MemberConfirm({ act, memberId, channelId, channelName, onClose }: MemberConfirmProps) {
  const { t } = useTranslation()
  const selfId = useAccount((state) => state.credentials?.accountId ?? '')
  const name = usePerson(memberId)?.displayName ?? t('people.unknown')
  const run = {
    remove: () => removeMember(channelId, memberId),
    ban: () => banAccount(channelId, memberId),
    handOver: () => handOver(channelId, memberId, selfId),
  }[act]
  return (
    <ConfirmDialog
      title={t(`members.ask.${act}.title`, { name, channel: channelName })}
      action={t(`members.ask.${act}.do`)}
      isDangerous={act !== 'handOver'}
      onConfirm={run}
      onClose={onClose}
      refusal={(error) => memberProblem(error, t)}
    >
      <p>{t(`members.ask.${act}.means`, { name })}</p>
    </ConfirmDialog>
  )
}
