import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { places } from '../app/places.ts'
import { openPane, usePane } from '../pane/paneStore.ts'

/** The address and the pane say the same: a thread that is in the address is open, and closing it leaves the address. */
export function useThreadAddress(channelId: string | undefined, rootId: string | undefined): void {
  const [, go] = useLocation()
  const entries = usePane((state) => state.entries)

  useEffect(() => {
    if (channelId === undefined) return
    closeOthers(channelId, rootId)
    if (rootId !== undefined && !isOpen(channelId, rootId)) openPane(channelId, { kind: 'thread', rootId })
  }, [channelId, rootId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what happens in the pane
  useEffect(() => {
    if (channelId === undefined || rootId === undefined || isOpen(channelId, rootId)) return
    go(places.channel(channelId))
  }, [entries])
}

function isOpen(channelId: string, rootId: string): boolean {
  return usePane
    .getState()
    .entries.some(
      ({ placeId, content }) =>
        placeId === channelId && content.kind === 'thread' && content.rootId === rootId,
    )
}

function closeOthers(channelId: string, rootId: string | undefined): void {
  const { entries } = usePane.getState()
  const kept = entries.filter(
    ({ placeId, content }) => placeId !== channelId || content.kind !== 'thread' || content.rootId === rootId,
  )
  if (kept.length !== entries.length) usePane.setState({ entries: kept })
}
