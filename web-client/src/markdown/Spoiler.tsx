import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Hidden until somebody asks for it; to a screen reader as well. */
export function Spoiler({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [isShown, setIsShown] = useState(false)
  if (isShown) return <span className="spoiler-shown">{children}</span>
  return (
    <button
      type="button"
      className="spoiler"
      aria-label={t('markdown.spoiler')}
      onClick={() => setIsShown(true)}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  )
}
