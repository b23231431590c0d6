import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useChat } from '../app/ChatContext.tsx'
import { followEvents } from '../app/followedEvents.ts'
import { places } from '../app/places.ts'
import { useChannelName } from '../channels/channelName.ts'
import { leaveEditing } from '../composer/editingStore.ts'
import { PaneFrame } from '../pane/PaneFrame.tsx'
import { useTimeline } from '../timeline/timelineStore.ts'
import { ThreadComposer } from './ThreadComposer.tsx'
import { ThreadList } from './ThreadList.tsx'
import { ThreadPlace } from './ThreadPlace.ts'
import { ThreadKeeper } from './threadKeeper.ts'
import { useOpenThread } from './threadStore.ts'

/** A message, everything that was said in answer to it, and where one answers. */
export default function ThreadPane({ channelId, rootId }: { channelId: string; rootId: string }) {
  const { t } = useTranslation()
  const { accountId } = useChat()
  const [, go] = useLocation()
  const name = useChannelName(channelId)
  const [keeper] = useState(() => new ThreadKeeper(channelId, rootId, accountId))
  const { window, state, rootId: shownRootId } = useOpenThread()
  // live events come once the timeline is loaded
  const timeline = useTimeline(channelId).state
  const isFollowed = timeline === 'ready'

  useEffect(() => {
    if (!isFollowed) return
    const stop = followEvents(keeper)
    void keeper.open()
    return () => {
      stop()
      keeper.close()
    }
  }, [keeper, isFollowed])

  useEffect(() => () => leaveEditing(rootId), [rootId])

  useEffect(() => {
    if (shownRootId !== undefined && shownRootId !== rootId) {
      go(places.thread(channelId, shownRootId), { replace: true })
    }
  }, [shownRootId, channelId, rootId, go])

  return (
    <div className="h-full bg-canvas">
      <PaneFrame title={t('threads.title')} subtitle={name}>
        <ThreadPlace value={rootId}>
          {window ? (
            <ThreadList channelId={channelId} window={window} onLoadLater={() => void keeper.loadLater()} />
          ) : (
            <div className="flex-1" />
          )}
          {(state === 'missing' || timeline === 'missing') && (
            <p role="status" className="p-6 text-center text-soft">
              {t('threads.missing')}
            </p>
          )}
          {(state === 'unreachable' || timeline === 'unreachable') && (
            <div role="alert" className="flex flex-col items-center gap-2 p-4 text-center text-soft">
              {t('threads.unreachable')}
              <button type="button" className="button-quiet" onClick={() => void keeper.load()}>
                {t('timeline.retry')}
              </button>
            </div>
          )}
          {window && <ThreadComposer channelId={channelId} rootId={rootId} root={window.messages[0]} />}
        </ThreadPlace>
      </PaneFrame>
    </div>
  )
}
