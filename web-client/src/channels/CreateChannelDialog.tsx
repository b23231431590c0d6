import { lazy, Suspense } from 'react'

const NewChannelDialog = lazy(async () => ({
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
