import { MessagesSquare, Plus, Search } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../appearance/EmptyState.tsx'

const CreateChannelDialog = lazy(async () => ({
  default: (await import('../channels/CreateChannelDialog.tsx')).CreateChannelDialog,
}))

/** What is there before a channel is opened. */
export function Nowhere() {
  const { t } = useTranslation()
  const [isCreating, setIsCreating] = useState(false)
  return (
    <>
      <EmptyState icon={MessagesSquare} title={t('nowhere.title')} hint={t('nowhere.hint')} isPage>
        <button
          type="button"
          className="button-primary"
          onClick={() => document.getElementById('channel-filter')?.focus()}
        >
          <Search size={17} aria-hidden="true" />
          {t('nowhere.find')}
        </button>
        <button type="button" className="button-outline" onClick={() => setIsCreating(true)}>
          <Plus size={17} aria-hidden="true" />
          {t('nowhere.create')}
        </button>
      </EmptyState>
      {isCreating && (
        <Suspense>
          <CreateChannelDialog onClose={() => setIsCreating(false)} />
        </Suspense>
      )}
    </>
  )
}
