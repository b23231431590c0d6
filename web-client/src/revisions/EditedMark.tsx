import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { lazyWithWords } from '../language/index.ts'
import { fullTime, shortTime } from '../timeline/times.ts'

const RevisionsDialog = lazyWithWords(() => import('./RevisionsDialog.tsx'))

/** That a message was edited and when; it opens what was changed. */
export function EditedMark({ messageId, at }: { messageId: string; at: number }) {
  const { t, i18n } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Tooltip label={fullTime(at, i18n.language)}>
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => setIsOpen(true)}
          className="rounded underline-offset-2 hover:text-ink hover:underline max-md:min-h-11"
        >
          {t('timeline.editedAt', { time: shortTime(at, i18n.language) })}
        </button>
      </Tooltip>
      {isOpen && (
        <Suspense>
          <RevisionsDialog messageId={messageId} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
