import { useId } from 'react'

interface SwitchProps {
  label: string
  hint: string
  isOn: boolean
  isDisabled: boolean
  onChange: (isOn: boolean) => void
}

/** Something that is on or off, with what that means. */
export function Switch({ label, hint, isOn, isDisabled, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex min-h-11 items-center gap-4">
      <div className="min-w-0 flex-1">
        <p id={id} className="font-medium">
          {label}
        </p>
        <p id={`${id}-hint`} className="text-[13px] leading-snug text-soft">
          {hint}
        </p>
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        disabled={isDisabled}
        onClick={() => onChange(!isOn)}
        className="flex h-11 w-12 shrink-0 items-center justify-center rounded-lg disabled:cursor-default disabled:opacity-60"
      >
        <span
          className={`flex h-6 w-10 items-center rounded-full border px-0.5 transition-colors ${
            isOn ? 'justify-end border-accent bg-accent' : 'justify-start border-line-strong bg-raised'
          }`}
        >
          <span className={`size-4 rounded-full ${isOn ? 'bg-on-accent' : 'bg-line-strong'}`} />
        </span>
      </button>
    </div>
  )
}
