import { MessageSquarePlus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyWithWords } from '../language/index.ts'

const NewDirectDialog = lazyWithWords(() => import('./NewDirectDialog.tsx'))

/** Stands beside the heading of the direct conversations. */
export function NewDirectButton() {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="button-icon"
        data-tooltip={t('people.newDirect')}
        aria-label={t('people.newDirect')}
        onClick={() => setIsOpen(true)}
      >
        <MessageSquarePlus size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <Suspense>
          <NewDirectDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
