import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useRemoval } from '../channels/removals.ts'
import { ConnectionBanner } from '../connection/ConnectionBanner.tsx'
import { ChatLayout } from '../layout/ChatLayout.tsx'
import { loadMarkdown } from '../markdown/MessageBody.tsx'
import { PaletteHost } from '../palette/PaletteHost.tsx'
import { SettingsHost } from '../settings/SettingsHost.tsx'
import { useThreadAddress } from '../threads/useThreadAddress.ts'
import { ChannelBoundary } from '../timeline/ChannelBoundary.tsx'
import { ChannelView } from '../timeline/ChannelView.tsx'
import { Announcer } from './Announcer.tsx'
import { ChatContext } from './ChatContext.tsx'
import { currentChat } from './chat.ts'
import { places } from './places.ts'
import { useShortcuts } from './shortcuts.ts'
import { useTitle } from './title.ts'

const RemovalNotice = lazy(async () => ({
  default: (await import('../channels/RemovalNotice.tsx')).RemovalNotice,
}))
const Nowhere = lazy(async () => ({ default: (await import('../layout/Nowhere.tsx')).Nowhere }))

void loadMarkdown()

/** The chat of whoever is signed in, at the channel that the address names. */
export default function ChatPage() {
  const [chat] = useState(currentChat)
  const [, params] = useRoute<{ channelId: string; '*'?: string }>('/c/:channelId/*?')
  const channelId = params?.channelId
  const messageId = params?.['*']?.match(/^m\/(.+)/)?.[1]
  const rootId = params?.['*']?.match(/^t\/(.+)/)?.[1]
  useThreadAddress(channelId, rootId)
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
        {removed && (
          <Suspense>
            <RemovalNotice />
          </Suspense>
        )}
        <ChatLayout channelId={channelId} isAtPlace={channelId !== undefined}>
          {channelId === undefined ? (
            <Suspense>
              <Nowhere />
            </Suspense>
          ) : (
            <ChannelBoundary key={channelId} channelId={channelId}>
              <ChannelView channelId={channelId} />
            </ChannelBoundary>
          )}
        </ChatLayout>
      </div>
      <PaletteHost channelId={channelId} />
      <Announcer channelId={channelId} />
      <SettingsHost />
    </ChatContext>
  )
}
