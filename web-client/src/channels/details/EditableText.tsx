import { Pencil } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../../appearance/Tooltip.tsx'

interface EditableTextProps {
  label: string
  /** What the button that begins the change says. */
  editLabel: string
  value: string
  mayEdit: boolean
  maxLength: number
  /** What stands there when there is nothing. */
  placeholder: string
  isRequired?: boolean
  hasLines?: boolean
  /** Bends what is typed towards what is possible. */
  bent?: (typed: string) => string
  save: (value: string) => Promise<void>
  /** Why it was refused, in words. */
  refusal: (error: unknown) => string
  children?: ReactNode
}

/** A text that one sees, and where one may, changes in its place. */
export function EditableText(props: EditableTextProps) {
  const { label, editLabel, value, mayEdit, placeholder, children } = props
  const [isEditing, setIsEditing] = useState(false)
  if (isEditing) return <TextForm {...props} onDone={() => setIsEditing(false)} />
  return (
    <div className="group">
      <div className="flex min-h-8 items-center gap-1">
        <h3 className="flex-1 text-[13px] font-semibold text-soft">{label}</h3>
        {mayEdit && (
          <Tooltip label={editLabel}>
            <button
              type="button"
              className="button-icon -my-1 size-8 max-md:size-11"
              aria-label={editLabel}
              onClick={() => setIsEditing(true)}
            >
              <Pencil size={15} aria-hidden="true" />
            </button>
          </Tooltip>
        )}
      </div>
      {value === '' ? <p className="text-soft">{placeholder}</p> : (children ?? <p dir="auto">{value}</p>)}
    </div>
  )
}

function TextForm({
  label,
  value,
  maxLength,
  isRequired,
  hasLines,
  bent = (typed) => typed,
  save,
  refusal,
  onDone,
}: EditableTextProps & { onDone: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState(value)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event?: FormEvent) {
    event?.preventDefault()
    const wanted = typed.trim()
    if (wanted === value) return onDone()
    setIsBusy(true)
    setProblem(undefined)
    try {
      await save(wanted)
      onDone()
    } catch (error) {
      setProblem(refusal(error))
      setIsBusy(false)
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      // the pane stays open
      event.preventDefault()
      event.stopPropagation()
      onDone()
    } else if (hasLines && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }

  const field = {
    id,
    value: typed,
    maxLength,
    autoFocus: true,
    onKeyDown,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
    className: `field ${problem === undefined ? '' : 'border-danger'}`,
  }
  return (
    <form onSubmit={submit}>
      <label htmlFor={id} className="flex min-h-8 items-center text-[13px] font-semibold text-soft">
        {label}
      </label>
      {hasLines ? (
        <textarea {...field} rows={5} onChange={(event) => setTyped(bent(event.target.value))} />
      ) : (
        <input {...field} onChange={(event) => setTyped(bent(event.target.value))} />
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-[13px] text-danger">
          {problem}
        </p>
      )}
      <div className="mt-2 flex justify-end gap-2">
        <button type="button" className="button-quiet text-sm" onClick={onDone}>
          {t('cancel')}
        </button>
        <button
          type="submit"
          disabled={isBusy || (isRequired === true && typed.trim() === '')}
          className="button-primary text-sm"
        >
          {t('details.save')}
        </button>
      </div>
    </form>
  )
}
