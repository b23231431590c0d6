import { type KeyboardEvent, type ReactNode, Suspense, useMemo } from 'react'
import { lazyWithWords } from '../language/index.ts'
import { PaneContext } from './PaneContext.ts'
import { backInPane, closePane, type PaneContent, useOpenPane } from './paneStore.ts'

const SearchPane = lazyWithWords(async () => ({
  default: (await import('../search/SearchPane.tsx')).SearchPane,
}))
const PinsPane = lazyWithWords(() => import('../pins/PinsPane.tsx'))
const ThreadPane = lazyWithWords(() => import('../threads/ThreadPane.tsx'))

const DetailsPane = lazyWithWords(async () => ({
  default: (await import('../channels/details/DetailsPane.tsx')).DetailsPane,
}))
const MembersPane = lazyWithWords(async () => ({
  default: (await import('../channels/members/MembersPane.tsx')).MembersPane,
}))

/** The one pane on the right: beside the timeline where there is room, over it where there is little, all of a phone. */
export function RightPane({ channelId }: { channelId: string | undefined }) {
  const open = useOpenPane(channelId)
  const canGoBack = open?.canGoBack ?? false
  const controls = useMemo(
    () => ({
      close: () => closePane(channelId),
      back: canGoBack ? () => backInPane(channelId) : undefined,
    }),
    [channelId, canGoBack],
  )
  if (!open) return null

  function onKeyDown(event: KeyboardEvent) {
    // a menu or a dialog that was opened from here has its own Escape
    const isFromHere = event.currentTarget.contains(event.target as Node)
    if (event.key !== 'Escape' || event.defaultPrevented || !isFromHere) return
    event.preventDefault()
    ;(controls.back ?? controls.close)()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape from anywhere within
    <div
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 right-0 z-20 w-full border-line bg-panel md:w-[min(26rem,100%)] md:border-s md:shadow-float wide:static wide:w-[25rem] wide:shrink-0 wide:shadow-none"
    >
      <PaneContext value={controls}>
        <Suspense>{contentOf(open.content, channelId)}</Suspense>
      </PaneContext>
    </div>
  )
}

/** A kind that is not known here yet shows nothing. */
function contentOf(content: PaneContent, channelId: string | undefined): ReactNode {
  switch (content.kind) {
    case 'search':
      return <SearchPane channelId={channelId} />
    case 'details':
      return channelId && <DetailsPane channelId={channelId} />
    case 'members':
      return channelId && <MembersPane channelId={channelId} />
    case 'thread':
      return channelId === undefined ? null : (
        <ThreadPane key={content.rootId} channelId={channelId} rootId={content.rootId} />
      )
    case 'pins':
      return channelId === undefined ? null : <PinsPane key={channelId} channelId={channelId} />
    default:
      return null
  }
}
