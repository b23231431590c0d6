import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../appearance/Dialog.tsx'
import { problemWords } from '../failure/problemWords.ts'

interface ConfirmProps {
  title: string
  children: ReactNode
  /** What the button says: what is about to happen. */
  action: string
  isDangerous?: boolean
  onConfirm: () => Promise<void>
  onClose: () => void
  /** Why it was refused, where more is known than what the server says. */
  refusal?: (error: unknown) => string | undefined
}

/** Asks before something is done that is not easily undone; stays open and says why when the server refuses it. */
export function ConfirmDialog({
  title,
  children,
  action,
  isDangerous = false,
  onConfirm,
  onClose,
  refusal,
}: ConfirmProps) {
  const { t } = useTranslation()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function confirm() {
    setIsBusy(true)
    setProblem(undefined)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      setProblem(refusal?.(error) ?? problemWords(error, t))
      setIsBusy(false)
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <div className="flex flex-col gap-2 text-soft">{children}</div>
      {problem !== undefined && (
        <p role="alert" className="mt-3 rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
          {problem}
        </p>
      )}
      <div className="mt-6 flex justify-end gap-2">
        <button type="button" className="button-quiet" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          disabled={isBusy}
          className={
            isDangerous
              ? 'inline-flex min-h-10 items-center justify-center rounded-lg bg-danger px-4 font-semibold text-canvas hover:opacity-90 disabled:opacity-50'
              : 'button-primary'
          }
          onClick={() => void confirm()}
        >
          {action}
        </button>
      </div>
    </Dialog>
  )
}
