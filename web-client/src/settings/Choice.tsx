import { useId } from 'react'

interface ChoiceProps<Value extends string> {
  label: string
  hint?: string
  value: Value
  values: readonly { value: Value; label: string; lang?: string }[]
  onChange: (value: Value) => void
}

/** One of a few values, all in sight. */
export function Choice<Value extends string>({ label, hint, value, values, onChange }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="border-b border-line py-3 last:border-0">
      <legend className="float-start w-full font-medium">{label}</legend>
      {hint !== undefined && <p className="mb-1 text-sm text-soft">{hint}</p>}
      <div className="clear-both flex flex-wrap gap-1.5 pt-2">
        {values.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className="inline-flex min-h-9 cursor-pointer items-center rounded-control border border-line-strong/50 px-3 text-sm transition-colors hover:bg-raised has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent max-md:min-h-11"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
