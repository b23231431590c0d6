import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language, rememberLanguage, switchLanguage } from '../language/index.ts'
import { Choice } from './Choice.tsx'

export function LanguageSettings() {
  const { t, i18n } = useTranslation()
  return (
    <Choice
      label={t('settings.language')}
      value={i18n.language as Language}
      values={(Object.keys(LANGUAGES) as Language[]).map((value) => ({
        value,
        label: LANGUAGES[value],
        lang: value,
      }))}
      onChange={(language) => {
        rememberLanguage(language)
        void switchLanguage(language)
      }}
    />
  )
}
