import { Hash, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'

interface VisibilityChoiceProps {
  value: 'PUBLIC' | 'PRIVATE'
  onChange: (value: 'PUBLIC' | 'PRIVATE') => void
}

/** Who may read the channel; it never changes, so what it means stands beside it. */
export function VisibilityChoice({ value, onChange }: VisibilityChoiceProps) {
  const { t } = useTranslation()
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t('create.visibility')}</legend>
      <div className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
        {(['PUBLIC', 'PRIVATE'] as const).map((each) => {
          const Icon = { PUBLIC: Hash, PRIVATE: Lock }[each]
          return (
            <label
              key={each}
              className={`flex cursor-pointer gap-2.5 rounded-float border p-3 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent ${
                value === each ? 'border-accent bg-accent-soft' : 'border-line hover:border-line-strong'
              }`}
            >
              <input
                type="radio"
                name="visibility"
                value={each}
                checked={value === each}
                onChange={() => onChange(each)}
                className="order-last ms-auto mt-0.5 size-4 shrink-0 accent-accent"
              />
              <Icon size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-soft" />
              <span>
                <span className="block font-medium">{t(`create.visibilities.${each}`)}</span>
                <span className="text-[13px] leading-snug text-soft">{t(`create.means.${each}`)}</span>
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
