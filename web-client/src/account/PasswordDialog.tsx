import { Problem, REAUTHENTICATION } from '@tidings/client'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../appearance/Dialog.tsx'
import { problemWords } from '../failure/problemWords.ts'
import { Field } from './Field.tsx'
import { changePassword } from './passwordCommands.ts'

type PasswordProblem = { field?: 'old' | 'new'; text: string }

/** Changes the password; the present one is asked for, and everything else that is signed in can be put out with it. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<PasswordProblem>()
  const [isBusy, setIsBusy] = useState(false)
  const [isDone, setIsDone] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setIsBusy(true)
    setProblem(undefined)
    try {
      await changePassword(
        String(form.get('old') ?? ''),
        String(form.get('new') ?? ''),
        form.get('revokeTokens') !== null,
      )
      setIsDone(true)
    } catch (error) {
      setProblem(inWords(error))
      setIsBusy(false)
    }
  }

  function inWords(error: unknown): PasswordProblem {
    const code = error instanceof Problem ? error.code : undefined
    if (code === 'FORBIDDEN' || code === REAUTHENTICATION) {
      return { field: 'old', text: t('password.wrong') }
    }
    if (code === 'BAD_FRAME') return { field: 'new', text: t('entry.weakPassword') }
    return { text: problemWords(error, t) }
  }

  if (isDone) {
    return (
      <Dialog title={t('password.title')} onClose={onClose}>
        <p role="status">{t('password.done')}</p>
        <div className="mt-5 flex justify-end">
          <button type="button" className="button-primary" onClick={onClose}>
            {t('password.close')}
          </button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={t('password.title')} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field
          name="old"
          type="password"
          label={t('password.old')}
          autoComplete="current-password"
          maxLength={128}
          problem={problem?.field === 'old' ? problem.text : undefined}
        />
        <Field
          name="new"
          type="password"
          label={t('password.new')}
          hint={t('entry.passwordHint')}
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          problem={problem?.field === 'new' ? problem.text : undefined}
        />
        <p className="text-sm text-soft">{t('password.sessionsEnd')}</p>
        <label className="flex min-h-10 items-center gap-3 text-sm">
          <input type="checkbox" name="revokeTokens" className="size-4 accent-accent" />
          <span>
            <span className="font-medium">{t('password.revokeTokens')}</span>
            <span className="block text-soft">{t('password.revokeTokensHint')}</span>
          </span>
        </label>
        {problem && problem.field === undefined && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
            {problem.text}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <button type="button" className="button-quiet" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" disabled={isBusy} className="button-primary">
            {t('password.change')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
