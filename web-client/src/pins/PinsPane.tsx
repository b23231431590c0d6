import { Pin } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { followEvents } from '../app/followedEvents.ts'
import { toast } from '../appearance/toast.ts'
import { useChannelName } from '../channels/channelName.ts'
import { useChannel } from '../channels/channelsStore.ts'
import { may } from '../channels/permissions.ts'
import { problemWords } from '../failure/problemWords.ts'
import { PaneFrame } from '../pane/PaneFrame.tsx'
import { PinCard } from './PinCard.tsx'
import { PinsKeeper } from './pinsKeeper.ts'
import { usePins } from './pinsStore.ts'

/** What is pinned in a channel, the newest pin first. */
export default function PinsPane({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const { accountId } = useChat()
  const channel = useChannel(channelId)
  const name = useChannelName(channelId)
  const [keeper] = useState(() => new PinsKeeper(channelId, accountId))
  const { messages, pinnings, leaving, state } = usePins()
  const shown = messages.filter(({ id }) => !leaving.has(id))
  const mayUnpin = channel !== undefined && may('PIN', channel)

  useEffect(() => {
    const stop = followEvents(keeper)
    keeper.open()
    return () => {
      stop()
      keeper.close()
    }
  }, [keeper])

  function unpin(messageId: string) {
    const refused = (error: unknown) => toast(problemWords(error, t), { kind: 'danger' })
    keeper.unpin(messageId).then(() => {
      const undo = () => void keeper.pinAgain(messageId).catch(refused)
      toast(t('pins.unpinned'), { action: { label: t('pins.undo'), run: undo } })
    }, refused)
  }

  return (
    <PaneFrame title={t('pins.title')} subtitle={name}>
      {state === 'unreachable' && (
        <div role="alert" className="flex flex-col items-center gap-2 p-6 text-center text-soft">
          {t('pins.unreachable')}
          <button type="button" className="button-quiet" onClick={() => void keeper.load()}>
            {t('timeline.retry')}
          </button>
        </div>
      )}
      {state === 'ready' && shown.length === 0 && (
        <div className="flex flex-1 flex-col items-center justify-center gap-1 p-8 text-center">
          <Pin size={28} aria-hidden="true" className="mb-2 text-soft" />
          <p className="font-semibold">{t('pins.none')}</p>
          <p className="max-w-60 text-sm text-soft">{t('pins.noneHint')}</p>
        </div>
      )}
      {shown.length > 0 && (
        <ol aria-label={t('pins.list')} className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-3">
          {shown.map((message) => (
            <li key={message.id}>
              <PinCard
                channelId={channelId}
                message={message}
                pinning={pinnings.get(message.id)}
                onUnpin={mayUnpin ? () => unpin(message.id) : undefined}
              />
            </li>
          ))}
        </ol>
      )}
    </PaneFrame>
  )
}
