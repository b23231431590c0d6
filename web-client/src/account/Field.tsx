import { useId } from 'react'

interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  /** What is wrong with what was entered; stands right below. */
  problem?: string | undefined
  type?: string
  inputMode?: 'numeric'
  autoComplete: string
  autoFocus?: boolean
  minLength?: number
  maxLength: number
  pattern?: string
  optional?: boolean
}

/** A labelled field of a form, with its hint and its problem. */
export function Field({ label, hint, problem, optional, ...input }: FieldProps) {
  const id = useId()
  const notes = [
    ...(problem === undefined ? [] : [`${id}-problem`]),
    ...(hint === undefined ? [] : [`${id}-hint`]),
  ]
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        required={!optional}
        aria-invalid={problem !== undefined}
        aria-describedby={notes.length === 0 ? undefined : notes.join(' ')}
        autoCapitalize="none"
        spellCheck={false}
        className={`field ${problem === undefined ? '' : 'border-danger'}`}
        {...input}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-[13px] text-danger">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-[13px] text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}
