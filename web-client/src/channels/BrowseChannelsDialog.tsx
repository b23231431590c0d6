import { Suspense } from 'react'
import { lazyWithWords } from '../language/index.ts'

const ChannelDirectory = lazyWithWords(async () => ({
  default: (await import('./browse/ChannelDirectory.tsx')).ChannelDirectory,
}))

/** Finds channels to join; loaded when it is first wanted. */
export function BrowseChannelsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Suspense>
      <ChannelDirectory onClose={onClose} />
    </Suspense>
  )
}
