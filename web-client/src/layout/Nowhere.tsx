import { MessagesSquare, Plus, Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../appearance/EmptyState.tsx'
import { CreateChannelDialog } from '../channels/CreateChannelDialog.tsx'

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
      {isCreating && <CreateChannelDialog onClose={() => setIsCreating(false)} />}
    </>
  )
}
