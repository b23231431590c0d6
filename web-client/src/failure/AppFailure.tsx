import { useTranslation } from 'react-i18next'
import { Logo } from '../appearance/Logo.tsx'

/** The whole page failed. What was written and not sent is kept by the browser, so loading anew loses nothing. */
export function AppFailure() {
  const { t } = useTranslation()
  return (
    <main
      role="alert"
      className="flex h-full flex-col items-center justify-center gap-2 bg-panel p-8 text-center"
    >
      <Logo className="mb-3 size-12" />
      <h1 className="text-lg font-semibold">{t('failure.app')}</h1>
      <p className="max-w-sm text-soft">{t('failure.appHint')}</p>
      <button type="button" className="button-primary mt-3" onClick={() => window.location.reload()}>
        {t('failure.reload')}
      </button>
    </main>
  )
}
