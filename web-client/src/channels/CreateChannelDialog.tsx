import { Suspense } from 'react'
import { lazyWithWords } from '../language/index.ts'

const NewChannelDialog = lazyWithWords(async () => ({
  default: (await import('./create/NewChannelDialog.tsx')).NewChannelDialog,
}))

/** Opens a channel; loaded when it is first wanted. */
export function CreateChannelDialog({ onClose }: { onClose: () => void }) {
  return (
    <Suspense>
      <NewChannelDialog onClose={onClose} />
    </Suspense>
  )
}
