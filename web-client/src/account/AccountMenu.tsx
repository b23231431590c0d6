import { Keyboard, KeyRound, LogOut, Settings } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Menu, type MenuEntry } from '../appearance/Menu.tsx'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { lazyWithWords } from '../language/index.ts'
import { Avatar } from '../people/Avatar.tsx'
import { usePerson } from '../people/peopleStore.ts'
import { openSettings } from '../settings/settingsStore.ts'
import { useAccount } from './accountStore.ts'
import { leaveAccount } from './leaveAccount.ts'

const PasswordDialog = lazyWithWords(async () => ({
  default: (await import('./PasswordDialog.tsx')).PasswordDialog,
}))

/** Oneself, at the foot of the rail: who one is, how it looks, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation()
  const credentials = useAccount((state) => state.credentials)
  const person = usePerson(credentials?.accountId ?? '')
  const [isChanging, setIsChanging] = useState(false)
  if (!credentials) return null

  const name = person?.displayName ?? credentials.username
  const handle = `@${credentials.username}`

  const entries = (): readonly MenuEntry[] => [
    { heading: name === credentials.username ? handle : `${name} · ${handle}` },
    { label: t('settings.open'), icon: <Settings size={16} />, onSelect: () => openSettings('appearance') },
    {
      label: t('settings.keys'),
      icon: <Keyboard size={16} />,
      shortcut: '?',
      onSelect: () => openSettings('keyboard'),
    },
    { label: t('password.title'), icon: <KeyRound size={16} />, onSelect: () => setIsChanging(true) },
    'separator',
    { label: t('account.signOut'), icon: <LogOut size={16} />, onSelect: leaveAccount },
  ]

  return (
    <>
      <Menu label={t('account.menu')} entries={entries} side="right" align="end">
        <Tooltip label={name} side="right">
          <button
            type="button"
            aria-label={`${name} (${handle}), ${t('account.menu')}`}
            className="inline-flex items-center justify-center rounded-float max-md:h-11 max-md:min-w-16"
          >
            <Avatar accountId={credentials.accountId} />
          </button>
        </Tooltip>
      </Menu>
      {isChanging && (
        <Suspense>
          <PasswordDialog onClose={() => setIsChanging(false)} />
        </Suspense>
      )}
    </>
  )
}
