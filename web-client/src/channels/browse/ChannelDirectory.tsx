import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../appearance/Dialog.tsx'
import { useChannels } from '../channelsStore.ts'
import { fetchAllChannels } from '../channelUpdates.ts'
import { FoundChannel } from './FoundChannel.tsx'
import { foundChannels } from './foundChannels.ts'

const PAGE = 50

/** The public channels, to be searched, looked into and joined. */
export function ChannelDirectory({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { byId, state } = useChannels()
  const [query, setQuery] = useState('')
  const [most, setMost] = useState(PAGE)
  const found = useMemo(() => foundChannels(Object.values(byId), query), [byId, query])

  // nobody tells of public channels that were opened since the list was loaded
  useEffect(() => void fetchAllChannels(), [])

  return (
    <Dialog title={t('browse.title')} size="wide" onClose={onClose}>
      <div className="flex h-[min(34rem,calc(100dvh-9rem))] flex-col">
        <input
          type="search"
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setMost(PAGE)
          }}
          placeholder={t('browse.find')}
          aria-label={t('browse.find')}
          className="field shrink-0 max-md:min-h-11"
        />
        <p role="status" className="shrink-0 px-1 pb-1 pt-2 text-[13px] text-soft">
          {state === 'ready' && t('browse.found', { count: found.length })}
          {state === 'loading' && t('browse.loading')}
          {state === 'unreachable' && t('channels.unreachable')}
        </p>
        <div className="-mx-2 min-h-0 flex-1 overflow-y-auto">
          <ul aria-label={t('browse.title')}>
            {found.slice(0, most).map((channel) => (
              <FoundChannel key={channel.id} channel={channel} onOpen={onClose} />
            ))}
          </ul>
          {found.length > most && (
            <button
              type="button"
              className="button-quiet w-full text-sm"
              onClick={() => setMost(most + PAGE)}
            >
              {t('channels.showAll', { count: Math.min(PAGE, found.length - most) })}
            </button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
