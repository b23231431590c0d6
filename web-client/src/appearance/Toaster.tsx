import { CircleAlert, X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { dismissToast, type Toast, useToasts } from './toast.ts'

const SHOWN_MS = 5_000
/** Who may want to take something back needs the time to think of it. */
const SHOWN_WITH_ACTION_MS = 10_000

/** The toasts; they stay while they are pointed at or focused, and F8 leads to them. */
export function Toaster() {
  const { t } = useTranslation()
  const toasts = useToasts((state) => state.toasts)
  return (
    <Radix.Provider label={t('toast.label')} swipeDirection="down">
      {toasts.map((shown) => (
        <ToastCard key={shown.id} shown={shown} />
      ))}
      <Radix.Viewport
        label={t('toast.region')}
        className="fixed bottom-4 left-1/2 z-[55] flex w-[min(26rem,calc(100vw-2rem))] -translate-x-1/2 flex-col gap-2 outline-none max-md:bottom-20"
      />
    </Radix.Provider>
  )
}

function ToastCard({ shown }: { shown: Toast }) {
  const { t } = useTranslation()
  const { id, text, kind, action } = shown
  return (
    <Radix.Root
      duration={action ? SHOWN_WITH_ACTION_MS : SHOWN_MS}
      type={kind === 'danger' ? 'foreground' : 'background'}
      onOpenChange={(isOpen) => !isOpen && dismissToast(id)}
      className="flex min-h-11 animate-rise items-center gap-2 rounded-float bg-inverse py-1 pe-1 ps-4 text-sm text-on-inverse shadow-float"
    >
      {kind === 'danger' && <CircleAlert size={17} aria-hidden="true" className="shrink-0" />}
      <Radix.Description className="min-w-0 flex-1 py-1 [overflow-wrap:anywhere]">{text}</Radix.Description>
      {action && (
        <Radix.Action
          altText={action.label}
          onClick={action.run}
          className="min-h-9 rounded-control px-3 font-semibold underline underline-offset-2 outline-offset-[-2px] hover:bg-on-inverse/15 max-md:min-h-11"
        >
          {action.label}
        </Radix.Action>
      )}
      <Radix.Close
        aria-label={t('toast.dismiss')}
        className="inline-flex size-9 shrink-0 items-center justify-center rounded-control outline-offset-[-2px] hover:bg-on-inverse/15 max-md:size-11"
      >
        <X size={16} />
      </Radix.Close>
    </Radix.Root>
  )
}
