import { useId } from 'react'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  maxLength: number
  problem: string | undefined
  hint?: string
  placeholder?: string
  isRequired?: boolean
  hasLines?: boolean
  autoFocus?: boolean
}

/** A text with its label, what it must be like, and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, maxLength, problem, hint, placeholder, isRequired, hasLines, autoFocus } =
    props
  const id = useId()
  const notes = [problem !== undefined && `${id}-problem`, hint !== undefined && `${id}-hint`].filter(Boolean)
  const field = {
    id,
    value,
    maxLength,
    placeholder,
    autoFocus,
    required: isRequired,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    'aria-invalid': problem !== undefined,
    'aria-describedby': notes.join(' ') || undefined,
    className: `field ${problem === undefined ? '' : 'border-danger'}`,
  }
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {hasLines ? <textarea {...field} rows={2} /> : <input {...field} />}
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
