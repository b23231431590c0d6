import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { places } from '../app/places.ts'
import { ChannelIcon } from '../channels/ChannelLink.tsx'
import { focusComposer } from '../composer/composerFocus.ts'
import { fuzzyMatches } from './fuzzy.ts'
import { Group, Item } from './PaletteItem.tsx'
import { PalettePeople } from './PalettePeople.tsx'
import { paletteActions } from './paletteActions.ts'
import { usePaletteChannels } from './paletteChannels.ts'
import { closePalette } from './paletteStore.ts'

interface PaletteProps {
  channelId: string | undefined
  onCreateChannel: () => void
}

/** Where to go and what to do, by a few letters of its name. Each time it begins empty. */
export function Palette({ channelId, onCreateChannel }: PaletteProps) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [query, setQuery] = useState('')
  const opener = useRef(document.activeElement)
  const afterwards = useRef(() => opener.current instanceof HTMLElement && opener.current.focus())
  const channels = usePaletteChannels(query, channelId)
  const actions = fuzzyMatches(paletteActions(t, channelId, onCreateChannel), query, ({ label }) => label)

  function pick(run: () => void) {
    // what opens takes the focus for itself
    afterwards.current = () => false
    closePalette()
    run()
  }

  function goTo(id: string) {
    pick(() => go(places.channel(id)))
    if (id === channelId) requestAnimationFrame(() => focusComposer())
  }

  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && closePalette()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            afterwards.current()
          }}
          className="fixed left-1/2 top-[12dvh] z-50 w-[min(36rem,calc(100vw-1.5rem))] -translate-x-1/2 animate-rise overflow-hidden rounded-modal border border-line bg-canvas text-ink shadow-modal outline-none"
        >
          <Dialog.Title className="sr-only">{t('palette.title')}</Dialog.Title>
          <Command label={t('palette.title')} shouldFilter={false} loop>
            <div className="flex items-center gap-3 border-b border-line px-4">
              <Search size={18} aria-hidden="true" className="shrink-0 text-soft" />
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder={t('palette.placeholder')}
                className="min-h-13 min-w-0 flex-1 bg-transparent outline-none"
              />
            </div>
            <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-4 py-8 text-center text-soft">
                {t('palette.nothing')}
              </Command.Empty>
              {channels.length > 0 && (
                <Group title={t(query.trim() === '' ? 'palette.recent' : 'palette.channels')}>
                  {channels.map(({ channel, name, isOwn }) => (
                    <Item key={channel.id} id={channel.id} onPick={() => goTo(channel.id)}>
                      <ChannelIcon visibility={channel.visibility} />
                      <span dir="auto" className="min-w-0 truncate">
                        {name}
                      </span>
                      <span dir="auto" className="min-w-0 flex-1 truncate text-sm text-soft">
                        {channel.topic}
                      </span>
                      {channel.archived && <Remark>{t('channels.archived')}</Remark>}
                      {!isOwn && !channel.archived && <Remark>{t('palette.notJoined')}</Remark>}
                    </Item>
                  ))}
                </Group>
              )}
              <PalettePeople query={query} onPick={pick} />
              {actions.length > 0 && (
                <Group title={t('palette.actions')}>
                  {actions.map(({ id, label, icon: Icon, run }) => (
                    <Item key={id} id={id} onPick={() => pick(run)}>
                      <Icon size={16} aria-hidden="true" className="shrink-0 text-soft" />
                      {label}
                    </Item>
                  ))}
                </Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Remark({ children }: { children: ReactNode }) {
  return <span className="shrink-0 text-xs text-soft">{children}</span>
}
