import { type ReactElement, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Popover } from '../appearance/Popover.tsx'
import { lazyWithWords } from '../language/index.ts'
import { usePerson } from './peopleStore.ts'

const PersonCard = lazyWithWords(() => import('./PersonCard.tsx'))

/** Lets a button, such as a name or a face, open the card of the person. */
export function WithCard({
  accountId,
  children,
}: {
  accountId: string
  children: ReactElement<Record<string, unknown>>
}) {
  const { t } = useTranslation()
  const name = usePerson(accountId)?.displayName ?? t('people.unknown')
  return (
    <Popover
      label={t('people.cardOf', { name })}
      content={(close) => (
        <Suspense>
          <PersonCard accountId={accountId} onClose={close} />
        </Suspense>
      )}
    >
      {children}
    </Popover>
  )
}
