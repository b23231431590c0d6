import { useTranslation } from 'react-i18next'
import { useChannelName } from '../channels/channelName.ts'
import { useChannel, useChannels } from '../channels/channelsStore.ts'
import { JoinBar } from '../channels/JoinBar.tsx'
import { writingClosed } from '../channels/permissions.ts'
import { Composer } from '../composer/Composer.tsx'
import { WritingClosedBar } from '../composer/WritingClosedBar.tsx'
import type { Message } from '../timeline/message.ts'

interface ThreadComposerProps {
  channelId: string
  rootId: string
  root: Message | undefined
}

/** Where one answers in a thread, or why one cannot. */
export function ThreadComposer({ channelId, rootId, root }: ThreadComposerProps) {
  const { t } = useTranslation()
  const channel = useChannel(channelId)
  const name = useChannelName(channelId) ?? ''
  const joinedIds = useChannels((state) => state.joinedIds)
  const isMember = joinedIds?.has(channelId) ?? false
  const closed = channel && (isMember || channel.archived) ? writingClosed(channel) : undefined

  if (closed !== undefined) return <WritingClosedBar reason={closed} />
  if (joinedIds && !isMember) return <JoinBar channelId={channelId} name={name} />
  // the server takes no answer to what is deleted
  if (root?.deletedAt)
    return <p className="px-5 pb-4 text-center text-sm text-soft">{t('threads.rootGone')}</p>
  return (
    <div className="pb-4">
      <Composer channelId={channelId} name={name} rootId={rootId} />
    </div>
  )
}
