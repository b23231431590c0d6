import type { TFunction } from 'i18next'
import {
  Info,
  Keyboard,
  LogOut,
  type LucideIcon,
  Monitor,
  Moon,
  Pin,
  Plus,
  Search,
  Settings,
  Sun,
  Users,
} from 'lucide-react'
import { leaveAccount } from '../account/leaveAccount.ts'
import { setAppearance } from '../appearance/appearanceStore.ts'
import { openPane } from '../pane/paneStore.ts'
import { openSearch } from '../search/searchStore.ts'
import { openSettings } from '../settings/settingsStore.ts'

export interface PaletteAction {
  id: string
  label: string
  icon: LucideIcon
  run: () => void
}

/** What can be done from anywhere, and with the channel that is open. */
export function paletteActions(
  t: TFunction,
  channelId: string | undefined,
  onCreateChannel: () => void,
): PaletteAction[] {
  const action = (id: ActionId, icon: LucideIcon, run: () => void): PaletteAction => ({
    id,
    label: t(`palette.action.${id}`),
    icon,
    run,
  })
  const ofChannel =
    channelId === undefined
      ? []
      : [
          action('members', Users, () => openPane(channelId, { kind: 'members' })),
          action('pins', Pin, () => openPane(channelId, { kind: 'pins' })),
          action('details', Info, () => openPane(channelId, { kind: 'details' })),
        ]
  return [
    action('create', Plus, onCreateChannel),
    action('search', Search, openSearch),
    ...ofChannel,
    action('settings', Settings, () => openSettings('appearance')),
    action('keys', Keyboard, () => openSettings('keyboard')),
    action('light', Sun, () => setAppearance('theme', 'light')),
    action('dark', Moon, () => setAppearance('theme', 'dark')),
    action('system', Monitor, () => setAppearance('theme', 'system')),
    action('signOut', LogOut, leaveAccount),
  ]
}

type ActionId =
  | 'create'
  | 'search'
  | 'members'
  | 'pins'
  | 'details'
  | 'settings'
  | 'keys'
  | 'light'
  | 'dark'
  | 'system'
  | 'signOut'
