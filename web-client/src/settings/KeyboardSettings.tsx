import { useTranslation } from 'react-i18next'
import { KEYS, keyCap } from './keys.ts'

/** All keys, and what they do. */
export function KeyboardSettings() {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-5 pt-1">
      {KEYS.map(({ title, keys }) => (
        <section key={title}>
          <h3 className="mb-1 text-xs font-semibold text-soft">{t(title)}</h3>
          <dl>
            {keys.map(({ does, press }) => (
              <div key={does} className="flex min-h-9 items-center gap-3 border-b border-line last:border-0">
                <dt className="min-w-0 flex-1 text-sm">{t(does)}</dt>
                <dd className="flex shrink-0 gap-1">
                  {press.map((key) => (
                    <kbd
                      key={key}
                      className="min-w-6 rounded-control border border-line-strong/50 bg-panel px-1.5 text-center font-sans text-xs leading-6"
                    >
                      {keyCap(key)}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
