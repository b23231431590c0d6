import { Compass, Plus } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { Resizer } from '../layout/Resizer.tsx'
import { BrowseChannelsDialog } from './BrowseChannelsDialog.tsx'
import { ChannelList } from './ChannelList.tsx'
import { CreateChannelDialog } from './CreateChannelDialog.tsx'

/** One's channels and conversations, and the way to more of them. */
export function Sidebar({ channelId }: { channelId: string | undefined }) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState('')
  const nav = useRef<HTMLElement>(null)
  const [isCreating, setIsCreating] = useState(false)
  const [isBrowsing, setIsBrowsing] = useState(false)

  function onFilterKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape') setFilter('')
    else if (event.key === 'Enter') nav.current?.querySelector<HTMLElement>('a[data-row]')?.click()
  }

  return (
    <nav
      ref={nav}
      aria-label={t('channels.label')}
      onKeyDown={walkRows}
      className="flex h-full flex-col border-e border-line bg-panel"
    >
      <header className="flex h-14 shrink-0 items-center gap-2 pe-3 ps-4">
        <span className="flex-1 text-lg font-semibold tracking-tight">Tidings</span>
        <Tooltip label={t('browse.open')}>
          <button
            type="button"
            className="button-icon"
            aria-label={t('browse.open')}
            onClick={() => setIsBrowsing(true)}
          >
            <Compass size={19} />
          </button>
        </Tooltip>
        <Tooltip label={t('create.open')}>
          <button
            type="button"
            className="button-icon"
            aria-label={t('create.open')}
            onClick={() => setIsCreating(true)}
          >
            <Plus size={20} />
          </button>
        </Tooltip>
      </header>
      <div className="px-3 pb-2">
        <input
          id="channel-filter"
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={onFilterKey}
          placeholder={t('channels.filter')}
          aria-label={t('channels.filter')}
          className="w-full rounded-control border border-transparent bg-raised px-3 py-1 text-sm outline-none focus:border-accent focus:bg-canvas max-md:min-h-11"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        <ChannelList filter={filter} selectedId={channelId} />
      </div>
      <Resizer />
      {isBrowsing && <BrowseChannelsDialog onClose={() => setIsBrowsing(false)} />}
      {isCreating && <CreateChannelDialog onClose={() => setIsCreating(false)} />}
    </nav>
  )
}

/** Arrow keys, Home and End lead through the rows, from the field above them on. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const isField = event.target instanceof HTMLInputElement
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.indexOf(event.target as HTMLElement)
  if (at < 0 && !isField) return
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined || (isField && event.key !== 'ArrowDown')) return
  event.preventDefault()
  rows[Math.max(0, Math.min(to, rows.length - 1))]?.focus()
}
