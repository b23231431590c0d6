import { Plus, Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from '../account/AccountMenu.tsx'
import { Logo } from '../appearance/Logo.tsx'
import { openSearch } from '../search/searchStore.ts'
import { ChannelList } from './ChannelList.tsx'
import { CreateChannelDialog } from './CreateChannelDialog.tsx'

export function Sidebar({ channelId }: { channelId: string | undefined }) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const [isCreating, setIsCreating] = useState(false)
  return (
    <div className="flex h-full flex-col border-r border-line bg-panel">
      <header className="flex h-14 shrink-0 items-center gap-2.5 px-4">
        <Logo className="size-7" />
        <span className="flex-1 text-[17px] font-semibold tracking-tight">Tidings</span>
        <button
          type="button"
          className="button-icon"
          title={t('search.open')}
          aria-label={t('search.open')}
          onClick={openSearch}
        >
          <Search size={18} />
        </button>
        <button
          type="button"
          className="button-icon -mr-1.5"
          title={t('create.open')}
          aria-label={t('create.open')}
          onClick={() => setIsCreating(true)}
        >
          <Plus size={20} />
        </button>
      </header>
      <nav aria-label={t('channels.label')} className="flex min-h-0 flex-1 flex-col">
        <div className="px-3 pb-2">
          <input
            id="channel-filter"
            type="search"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setFilter('')
              else if (event.key === 'Enter') list.current?.querySelector('a')?.click()
            }}
            placeholder={t('channels.filter')}
            aria-label={t('channels.filter')}
            className="w-full rounded-lg border border-transparent bg-raised px-3 py-1.5 text-sm outline-none focus:border-accent focus:bg-canvas"
          />
        </div>
        <div ref={list} className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
          <ChannelList filter={filter} selectedId={channelId} />
        </div>
      </nav>
      <AccountMenu />
      {isCreating && <CreateChannelDialog onClose={() => setIsCreating(false)} />}
    </div>
  )
}
