import { useTranslation } from 'react-i18next'

export function BotBadge() {
  const { t } = useTranslation()
  return (
    <span className="shrink-0 rounded bg-raised px-1 text-[10px] font-semibold uppercase text-soft">
      {t('people.bot')}
    </span>
  )
}
