import { lazy, type ReactNode, Suspense } from 'react'

const Modal = lazy(async () => ({ default: (await import('./Modal.tsx')).Modal }))

export interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** For what has much to show. */
  size?: 'normal' | 'wide'
  /** Asked before it closes by Escape or by a press outside; false keeps it open. */
  mayClose?: () => boolean
}

/** A modal dialog: the focus stays inside, Escape closes it, and the focus goes back to where it was. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <Modal {...props} />
    </Suspense>
  )
}
