import { signOut } from '@tidings/client'
import { KeyRound, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { places } from '../app/places.ts'
import { setAppearance, useAppearance } from '../appearance/appearanceStore.ts'
import { forgetDrafts } from '../composer/draftStore.ts'
import { LANGUAGES, type Language, rememberLanguage, switchLanguage } from '../language/index.ts'
import { Avatar } from '../people/Avatar.tsx'
import { usePerson } from '../people/peopleStore.ts'
import { useAccount } from './accountStore.ts'
import { credentialStore, http } from './server.ts'

const PasswordDialog = lazy(async () => ({ default: (await import('./PasswordDialog.tsx')).PasswordDialog }))

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const
const THEME_ICON = { system: Monitor, light: Sun, dark: Moon } as const

/** Who one is, how it looks, and the way out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation()
  const credentials = useAccount((state) => state.credentials)
  const person = usePerson(credentials?.accountId ?? '')
  const theme = useAppearance((state) => state.theme)
  const ThemeIcon = THEME_ICON[theme]
  const themeLabel = t('appearance.theme', { theme: t(`appearance.${theme}`) })
  const [isChanging, setIsChanging] = useState(false)
  const otherLanguage: Language = i18n.language === 'de' ? 'en' : 'de'

  if (!credentials) return null
  return (
    <footer className="flex items-center gap-1 border-t border-line px-3 py-2.5">
      <Avatar accountId={credentials.accountId} />
      <div className="ml-1.5 min-w-0 flex-1 leading-tight">
        <div className="truncate text-sm font-semibold">{person?.displayName ?? credentials.username}</div>
        <div className="truncate text-xs text-soft">@{credentials.username}</div>
      </div>
      <button
        type="button"
        className="button-icon"
        title={t('password.title')}
        aria-label={t('password.title')}
        onClick={() => setIsChanging(true)}
      >
        <KeyRound size={17} />
      </button>
      {isChanging && (
        <Suspense>
          <PasswordDialog onClose={() => setIsChanging(false)} />
        </Suspense>
      )}
      <button
        type="button"
        className="button-icon"
        title={themeLabel}
        aria-label={themeLabel}
        onClick={() => setAppearance('theme', NEXT_THEME[theme])}
      >
        <ThemeIcon size={17} />
      </button>
      <button
        type="button"
        className="button-icon"
        title={LANGUAGES[otherLanguage]}
        aria-label={LANGUAGES[otherLanguage]}
        lang={otherLanguage}
        onClick={() => {
          rememberLanguage(otherLanguage)
          void switchLanguage(otherLanguage)
        }}
      >
        <Languages size={17} />
      </button>
      <button
        type="button"
        className="button-icon"
        title={t('account.signOut')}
        aria-label={t('account.signOut')}
        onClick={() => {
          forgetDrafts()
          window.history.replaceState(null, '', places.home)
          signOut(http, credentialStore)
        }}
      >
        <LogOut size={17} />
      </button>
    </footer>
  )
}
