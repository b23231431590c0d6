import i18next from 'i18next'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { initReactI18next } from 'react-i18next'
import en from './en/index.ts'
import type later from './en/later/index.ts'

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof LANGUAGES

const KEY = 'tidings.language'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof later }
  }
}

/** The first words of English come with the page, the rest and the other languages when they are wanted. */
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
  // what is open may show any of them
  if (language === 'en' && i18next.language !== 'en') await addLaterWords()
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** Fetches the words that did not come with the page; another language than English is complete already. */
export async function loadLaterWords(): Promise<void> {
  if (i18next.language === 'en') await addLaterWords()
}

async function addLaterWords(): Promise<void> {
  const later = (await import('./en/later/index.ts')).default
  // deep: a feature can have words in both
  i18next.addResourceBundle('en', 'translation', later, true)
}

/** Like `lazy`, for a component with words of `en/later`: it is not shown before they are there. */
export function lazyWithWords<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadLaterWords()])
    return component
  })
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
