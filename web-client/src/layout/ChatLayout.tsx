import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sidebar } from '../channels/Sidebar.tsx'
import { useOpenPane } from '../pane/paneStore.ts'
import { RightPane } from '../pane/RightPane.tsx'
import { Rail } from './Rail.tsx'
import { useSidebarWidth } from './Resizer.tsx'

interface ChatLayoutProps {
  channelId: string | undefined
  /** Whether what the place shows takes a phone's whole screen; else the sidebar does. */
  isAtPlace: boolean
  children: ReactNode
}

/** Rail, sidebar, the place itself and the right pane; on a phone one of them, and the rail below the sidebar. */
export function ChatLayout({ channelId, isAtPlace, children }: ChatLayoutProps) {
  const { t } = useTranslation()
  const isPaneOpen = useOpenPane(channelId) !== undefined
  const width = useSidebarWidth()
  const isInside = isAtPlace || isPaneOpen
  return (
    <div className="relative flex min-h-0 flex-1 max-md:flex-col">
      <button
        type="button"
        className="sr-only z-[70] rounded-control bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
        onClick={() => document.getElementById('place')?.focus()}
      >
        {t('rail.skip')}
      </button>
      <div className={isInside ? 'contents max-md:hidden' : 'contents'}>
        <Rail />
      </div>
      <div
        style={{ '--sidebar-width': `${width}px` } as CSSProperties}
        className={`relative min-h-0 shrink-0 max-md:w-full max-md:flex-1 md:block md:w-(--sidebar-width) ${isInside ? 'hidden' : ''}`}
      >
        <Sidebar channelId={channelId} />
      </div>
      <main
        id="place"
        tabIndex={-1}
        className={`min-h-0 min-w-0 flex-1 outline-none md:block ${isAtPlace && !isPaneOpen ? '' : 'hidden'}`}
      >
        {children}
      </main>
      <RightPane channelId={channelId} />
    </div>
  )
}
