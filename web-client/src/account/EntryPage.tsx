import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../appearance/Logo.tsx'
import { Problem } from '../rest/problem.ts'
import { signIn, signUp } from './accountStore.ts'

/** Sign in, or sign up. */
export function EntryPage() {
  const { t } = useTranslation()
  const [isNew, setIsNew] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name) ?? '')
    setIsBusy(true)
    setProblem(undefined)
    try {
      if (isNew) await signUp(field('username').trim(), field('password'), field('displayName').trim())
      else await signIn(field('username').trim(), field('password'))
    } catch (error) {
      setProblem(inWords(error))
      setIsBusy(false)
    }
  }

  function inWords(error: unknown): string {
    if (!(error instanceof Problem)) return t('problem.unknown')
    switch (error.code) {
      case 'UNREACHABLE':
      case 'UNAVAILABLE':
      case 'BUSY':
        return t('problem.unreachable')
      case 'CONFLICT':
        return t('entry.usernameTaken')
      case 'RATE_LIMITED':
        return t('problem.rateLimited')
      case 'UNAUTHENTICATED':
        return t('entry.wrongCredentials')
      default:
        return error.message
    }
  }

  return (
    <main className="flex h-full items-center justify-center overflow-y-auto bg-panel p-4">
      <div className="w-full max-w-[25rem]">
        <div className="mb-6 flex flex-col items-center text-center">
          <Logo className="mb-4 size-12" />
          <h1 className="text-2xl font-semibold tracking-tight">
            {isNew ? t('entry.signUpTitle') : t('entry.signInTitle')}
          </h1>
          <p className="mt-1 text-soft">{t('entry.claim')}</p>
        </div>
        <form
          onSubmit={submit}
          className="flex flex-col gap-4 rounded-2xl border border-line bg-canvas p-6 shadow-float"
        >
          <Field
            name="username"
            label={t('entry.username')}
            hint={isNew ? t('entry.usernameHint') : undefined}
            autoComplete="username"
            maxLength={40}
            pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
          />
          {isNew && (
            <Field
              name="displayName"
              label={t('entry.displayName')}
              autoComplete="name"
              maxLength={80}
              optional
            />
          )}
          <Field
            name="password"
            type="password"
            label={t('entry.password')}
            hint={isNew ? t('entry.passwordHint') : undefined}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            minLength={isNew ? 8 : 1}
            maxLength={128}
          />
          {problem !== undefined && (
            <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
              {problem}
            </p>
          )}
          <button type="submit" disabled={isBusy} className="button-primary mt-1">
            {isNew ? t('entry.signUp') : t('entry.signIn')}
          </button>
        </form>
        <p className="mt-5 text-center text-sm text-soft">
          {isNew ? t('entry.haveAccount') : t('entry.noAccount')}{' '}
          <button
            type="button"
            className="rounded font-semibold text-accent underline-offset-2 hover:underline"
            onClick={() => {
              setIsNew(!isNew)
              setProblem(undefined)
            }}
          >
            {isNew ? t('entry.toSignIn') : t('entry.toSignUp')}
          </button>
        </p>
      </div>
    </main>
  )
}

interface FieldProps {
  name: string
  label: string
  hint?: string | undefined
  type?: string
  autoComplete: string
  minLength?: number
  maxLength: number
  pattern?: string
  optional?: boolean
}

function Field({ label, hint, optional, ...input }: FieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        required={!optional}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        autoCapitalize="none"
        spellCheck={false}
        className="field"
        {...input}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-[13px] text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}
