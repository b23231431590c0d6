import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../account/accountStore.ts'
import { ChannelIcon } from '../channels/ChannelLink.tsx'
import { nameOf } from '../channels/channelName.ts'
import { useChannels } from '../channels/channelsStore.ts'
import { writingClosed } from '../channels/permissions.ts'
import { usePeople } from '../people/peopleStore.ts'
import { channelMatches } from './channelMatches.ts'

interface ChannelPickerProps {
  pickedId: string | undefined
  onPick: (channelId: string | undefined) => void
}

/** Finds one of one's own channels in which one may write. */
export function ChannelPicker({ pickedId, onPick }: ChannelPickerProps) {
  const { t } = useTranslation()
  const { byId, joinedIds } = useChannels()
  const people = usePeople((state) => state.byId)
  const selfId = useAccount((state) => state.credentials?.accountId)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const channels = useMemo(
    () =>
      Object.values(byId)
        .filter((channel) => joinedIds?.has(channel.id) && writingClosed(channel) === undefined)
        .map((channel) => ({ id: channel.id, name: nameOf(channel, people, selfId, t) })),
    [byId, joinedIds, people, selfId, t],
  )
  const found = useMemo(() => channelMatches(channels, typed), [channels, typed])
  const picked = channels.find(({ id }) => id === pickedId)

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = Math.min(Math.max(active + step, 0), Math.max(found.length - 1, 0))
      setActive(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView?.({ block: 'nearest' })
    } else if (event.key === 'Enter' && found[active]) {
      event.preventDefault()
      onPick(found[active].id)
    }
  }

  if (picked) {
    return (
      <div className="flex min-h-11 items-center gap-2 rounded-lg border border-line bg-accent-soft ps-3">
        <ChannelIcon visibility={byId[picked.id]?.visibility ?? 'PUBLIC'} />
        <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
          {picked.name}
        </span>
        <button
          type="button"
          className="button-icon"
          aria-label={t('forward.another')}
          onClick={() => onPick(undefined)}
        >
          <X size={16} />
        </button>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-1">
      <input
        // biome-ignore lint/a11y/noAutofocus: this is what the dialog was opened for
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[active] && `${listId}-${active}`}
        aria-label={t('forward.to')}
        placeholder={t('forward.to')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        className="field"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('forward.channels')}
        className="max-h-48 overflow-y-auto rounded-lg border border-line p-1"
      >
        {found.map(({ id, name }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys of the whole list
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => onPick(id)}
            className={`flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 max-md:min-h-11 ${
              index === active ? 'bg-accent-soft' : 'hover:bg-raised'
            }`}
          >
            <ChannelIcon visibility={byId[id]?.visibility ?? 'PUBLIC'} />
            <span dir="auto" className="truncate">
              {name}
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="text-sm text-soft">
          {t('forward.nothing')}
        </p>
      )}
    </div>
  )
}
