import { UserPlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../appearance/Tabs.tsx'
import { Tooltip } from '../../appearance/Tooltip.tsx'
import { PaneFrame } from '../../pane/PaneFrame.tsx'
import { useChannelName } from '../channelName.ts'
import { useChannel } from '../channelsStore.ts'
import { AddMembersDialog } from '../invite/AddMembersDialog.tsx'
import { may, mayAdd } from '../permissions.ts'
import { BanList } from './BanList.tsx'
import { MemberList } from './MemberList.tsx'
import { closeMembers, openMembers } from './membersStore.ts'

/** Who is in a channel, and for those who keep order, who is kept out. */
export function MembersPane({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const channel = useChannel(channelId)
  const name = useChannelName(channelId) ?? ''

  const [isAdding, setIsAdding] = useState(false)

  useEffect(() => {
    void openMembers(channelId)
    return closeMembers
  }, [channelId])

  if (!channel) return null
  const list = <MemberList channel={channel} name={name} />
  return (
    <PaneFrame
      title={t('channels.members', { count: channel.memberCount })}
      subtitle={name}
      actions={
        mayAdd(channel) && (
          <Tooltip label={t('invite.open')}>
            <button
              type="button"
              className="button-icon"
              aria-label={t('invite.open')}
              onClick={() => setIsAdding(true)}
            >
              <UserPlus size={18} aria-hidden="true" />
            </button>
          </Tooltip>
        )
      }
    >
      {may('BAN', channel) ? (
        <Tabs
          label={t('members.title')}
          tabs={[
            { id: 'members', label: t('members.members'), content: list },
            { id: 'bans', label: t('members.bans'), content: <BanList channelId={channelId} /> },
          ]}
        />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">{list}</div>
      )}
      {isAdding && <AddMembersDialog channelId={channelId} name={name} onClose={() => setIsAdding(false)} />}
    </PaneFrame>
  )
}
