import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { APPEARANCES, type Appearance, setAppearance, useAppearance } from '../appearance/appearanceStore.ts'
import { Choice } from './Choice.tsx'

const NAMES = ['theme', 'contrast', 'density', 'fontSize', 'timeFormat'] as const

export function AppearanceSettings() {
  const { t } = useTranslation()
  const chosen = useAppearance()

  function choose<Name extends keyof Appearance>(name: Name, value: Appearance[Name]) {
    setAppearance(name, value)
    // times are written anew by whatever writes words anew
    if (name === 'timeFormat') void i18next.changeLanguage(i18next.language)
  }

  return (
    <>
      {NAMES.map((name) => (
        <Choice
          key={name}
          label={t(`appearance.${name}.label`)}
          value={chosen[name]}
          values={APPEARANCES[name].map((value) => ({ value, label: labelOf(name, value) }))}
          onChange={(value) => choose(name, value)}
        />
      ))}
    </>
  )

  function labelOf(name: keyof Appearance, value: string): string {
    return i18next.t(`appearance.${name}.${value}` as 'appearance.theme.dark')
  }
}
