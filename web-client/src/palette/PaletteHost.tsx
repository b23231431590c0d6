import { Suspense, useState } from 'react'
import { CreateChannelDialog } from '../channels/CreateChannelDialog.tsx'
import { lazyWithWords } from '../language/index.ts'
import { usePalette } from './paletteStore.ts'
import { useRecentChannels } from './useRecentChannels.ts'

const Palette = lazyWithWords(async () => ({ default: (await import('./Palette.tsx')).Palette }))

/** The palette when it is wanted, and the dialogs that it opens. */
export function PaletteHost({ channelId }: { channelId: string | undefined }) {
  const isOpen = usePalette((state) => state.isOpen)
  const [isCreating, setIsCreating] = useState(false)
  useRecentChannels(channelId)
  return (
    <Suspense>
      {isOpen && <Palette channelId={channelId} onCreateChannel={() => setIsCreating(true)} />}
      {isCreating && <CreateChannelDialog onClose={() => setIsCreating(false)} />}
    </Suspense>
  )
}
