import { needsSecondFactor, signIn, signUp } from '@tidings/client'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../appearance/Logo.tsx'
import { type EntryProblem, entryProblem } from './entryProblem.ts'
import { Field } from './Field.tsx'
import { credentialStore, http } from './server.ts'

/** Sign in, or sign up. */
export function EntryPage() {
  const { t } = useTranslation()
  const [isNew, setIsNew] = useState(false)
  const [problem, setProblem] = useState<EntryProblem>()
  const [needsCode, setNeedsCode] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const beside = (field: EntryProblem['field']) => (problem?.field === field ? problem?.text : undefined)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name) ?? '')
    setIsBusy(true)
    setProblem(undefined)
    try {
      const credentials = { username: field('username').trim(), password: field('password') }
      const displayName = field('displayName').trim()
      const totp = field('totp').trim()
      if (isNew)
        await signUp(http, credentialStore, {
          ...credentials,
          ...(displayName && { displayName }),
        })
      else await signIn(http, credentialStore, { ...credentials, ...(totp && { totp }) })
    } catch (error) {
      const isFirstAsked = needsSecondFactor(error) && !needsCode
      if (isFirstAsked) setNeedsCode(true)
      else setProblem(entryProblem(error, isNew, needsCode, t))
      setIsBusy(false)
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
            problem={beside('username')}
          />
          {isNew && (
            <Field
              name="displayName"
              label={t('entry.displayName')}
              autoComplete="name"
              maxLength={80}
              optional
              problem={beside('displayName')}
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
            problem={beside('password')}
          />
          {needsCode && !isNew && (
            <Field
              name="totp"
              label={t('entry.code')}
              hint={t('entry.codeHint')}
              autoComplete="one-time-code"
              autoFocus
              maxLength={40}
              problem={beside('totp')}
            />
          )}
          {problem && problem.field === undefined && (
            <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
              {problem.text}
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
              setNeedsCode(false)
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
