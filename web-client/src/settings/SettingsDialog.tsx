import { Keyboard, Languages, Palette } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../appearance/Dialog.tsx'
import { Tabs } from '../appearance/Tabs.tsx'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { KeyboardSettings } from './KeyboardSettings.tsx'
import { LanguageSettings } from './LanguageSettings.tsx'
import { closeSettings, type SettingsPage } from './settingsStore.ts'

/** What one can choose for oneself. Everything holds at once, so there is nothing to save. */
export function SettingsDialog({ page }: { page: SettingsPage }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('settings.title')} size="wide" onClose={closeSettings}>
      <div className="flex min-h-[min(28rem,60dvh)] flex-col">
        <Tabs
          label={t('settings.title')}
          first={page}
          isVertical
          tabs={[
            {
              id: 'appearance',
              label: t('settings.appearance'),
              icon: <Palette size={17} aria-hidden="true" />,
              content: <AppearanceSettings />,
            },
            {
              id: 'language',
              label: t('settings.language'),
              icon: <Languages size={17} aria-hidden="true" />,
              content: <LanguageSettings />,
            },
            {
              id: 'keyboard',
              label: t('settings.keyboard'),
              icon: <Keyboard size={17} aria-hidden="true" />,
              content: <KeyboardSettings />,
            },
          ]}
        />
      </div>
    </Dialog>
  )
}
