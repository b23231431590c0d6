import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../appearance/Tabs.tsx'
import { PaneFrame } from '../../pane/PaneFrame.tsx'
import { useChannelName } from '../channelName.ts'
import { useChannel } from '../channelsStore.ts'
import { may } from '../permissions.ts'
import { BanList } from './BanList.tsx'
import { MemberList } from './MemberList.tsx'
import { closeMembers, openMembers } from './membersStore.ts'

/** Who is in a channel, and for those who keep order, who is kept out. */
export function MembersPane({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const channel = useChannel(channelId)
  const name = useChannelName(channelId) ?? ''

  useEffect(() => {
    void openMembers(channelId)
    return closeMembers
  }, [channelId])

  if (!channel) return null
  const list = <MemberList channel={channel} name={name} />
  return (
    <PaneFrame title={t('channels.members', { count: channel.memberCount })} subtitle={name}>
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
    </PaneFrame>
  )
}
