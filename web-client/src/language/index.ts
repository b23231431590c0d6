import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from './en/index.ts'

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof LANGUAGES

const KEY = 'tidings.language'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** English comes with the page, the others when they are wanted. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  })
  // without the other language the page still works
  await switchLanguage(preferred()).catch(() => undefined)
}

export async function switchLanguage(language: Language): Promise<void> {
  if (language === 'de' && !i18next.hasResourceBundle('de', 'translation')) {
    i18next.addResourceBundle('de', 'translation', (await import('./de/index.ts')).default)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // storage is blocked: the choice holds for this visit
  }
}

function preferred(): Language {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(KEY)
  } catch {
    // storage is blocked: the browser's language it is
  }
  const wanted = stored ?? navigator.language.split('-')[0]
  return wanted === 'de' ? 'de' : 'en'
}
