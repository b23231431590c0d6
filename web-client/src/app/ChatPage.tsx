import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useRoute } from 'wouter'
import { RemovalNotice } from '../channels/RemovalNotice.tsx'
import { useRemoval } from '../channels/removals.ts'
import { Sidebar } from '../channels/Sidebar.tsx'
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx'
import { loadMarkdown } from '../markdown/MessageBody.tsx'
import { useOpenPane } from '../pane/paneStore.ts'
import { RightPane } from '../pane/RightPane.tsx'
import { useThreadAddress } from '../threads/useThreadAddress.ts'
import { ChannelBoundary } from '../timeline/ChannelBoundary.tsx'
import { ChannelView } from '../timeline/ChannelView.tsx'
import { Announcer } from './Announcer.tsx'
import { ChatContext } from './ChatContext.tsx'
import { currentChat } from './chat.ts'
import { places } from './places.ts'
import { useShortcuts } from './shortcuts.ts'
import { useTitle } from './title.ts'

void loadMarkdown()

/** Three panes on a wide screen, one at a time on a phone. */
export default function ChatPage() {
  const [chat] = useState(currentChat)
  const [, params] = useRoute<{ channelId: string; '*'?: string }>('/c/:channelId/*?')
  const channelId = params?.channelId
  const messageId = params?.['*']?.match(/^m\/(.+)/)?.[1]
  const rootId = params?.['*']?.match(/^t\/(.+)/)?.[1]
  useThreadAddress(channelId, rootId)
  const isPaneOpen = useOpenPane(channelId) !== undefined
  useShortcuts()
  useTitle(channelId)

  useEffect(() => {
    if (channelId === undefined) return
    if (messageId) void chat.timelines.goTo(channelId, messageId)
    chat.timelines.open(channelId)
  }, [chat, channelId, messageId])

  const [, go] = useLocation()
  const removed = useRemoval((state) => state.removal)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it happens; the channel may be opened again later
  useEffect(() => {
    if (removed && removed.channelId === channelId) go(places.home)
  }, [removed])

  return (
    <ChatContext value={chat}>
      <div className="flex h-full flex-col">
        <ConnectionBanner />
        <RemovalNotice />
        <div className="relative flex min-h-0 flex-1">
          <div
            className={`w-full shrink-0 md:block md:w-72 ${channelId === undefined && !isPaneOpen ? '' : 'hidden'}`}
          >
            <Sidebar channelId={channelId} />
          </div>
          <main
            className={`min-w-0 flex-1 md:block ${channelId === undefined || isPaneOpen ? 'hidden' : ''}`}
          >
            {channelId === undefined ? (
              <Nowhere />
            ) : (
              <ChannelBoundary key={channelId} channelId={channelId}>
                <ChannelView channelId={channelId} />
              </ChannelBoundary>
            )}
          </main>
          <RightPane channelId={channelId} />
        </div>
      </div>
      <Announcer channelId={channelId} />
    </ChatContext>
  )
}

function Nowhere() {
  const { t } = useTranslation()
  return (
    <div className="flex h-full flex-col items-center justify-center gap-1 p-8 text-center">
      <h1 className="text-lg font-semibold">{t('nowhere.title')}</h1>
      <p className="max-w-sm text-soft">{t('nowhere.hint')}</p>
    </div>
  )
}
