import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DialogProps } from './Dialog.tsx'

/** What `Dialog` shows; by itself, so that it is only loaded with the first dialog. */
export function Modal({ title, onClose, children, size = 'normal', mayClose }: DialogProps) {
  const { t } = useTranslation()
  const opener = useRef(document.activeElement)
  function close() {
    if (mayClose?.() ?? true) onClose()
  }
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          className={`fixed inset-0 z-50 m-auto flex h-fit max-h-[calc(100dvh-2rem)] animate-rise flex-col rounded-modal border border-line bg-canvas text-ink shadow-modal outline-none ${
            size === 'wide' ? 'w-[min(46rem,calc(100vw-2rem))]' : 'w-[min(28rem,calc(100vw-2rem))]'
          }`}
        >
          <header className="flex min-h-14 shrink-0 items-center pb-2 pe-14 ps-6 pt-4">
            <Radix.Title className="min-w-0 flex-1 text-lg font-semibold tracking-tight">{title}</Radix.Title>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-6 pt-2">{children}</div>
          {/* last, so that the focus begins with the content */}
          <Radix.Close className="button-icon absolute end-3 top-4" aria-label={t('dialog.close')}>
            <X size={18} />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
