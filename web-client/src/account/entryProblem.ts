import { Problem } from '@tidings/client'
import type { TFunction } from 'i18next'
import { problemWords } from '../failure/problemWords.ts'

/** What is wrong, and with which field; without one it is shown below them all. */
export interface EntryProblem {
  field?: 'username' | 'displayName' | 'password' | 'totp'
  text: string
}

/** Why somebody could not sign up or in. */
export function entryProblem(error: unknown, isNew: boolean, hasCode: boolean, t: TFunction): EntryProblem {
  if (error instanceof Problem) {
    if (isNew && error.code === 'CONFLICT') return { field: 'username', text: t('entry.usernameTaken') }
    if (isNew && error.code === 'BAD_FRAME') return refusedField(error.message, t)
    if (!isNew && hasCode && error.code === 'UNAUTHENTICATED') {
      return { field: 'totp', text: t('entry.wrongCode') }
    }
    if (!isNew && error.code === 'UNAUTHENTICATED') return { text: t('entry.wrongCredentials') }
  }
  return { text: problemWords(error, t) }
}

/** The server says in words which field it does not take. */
function refusedField(detail: string, t: TFunction): EntryProblem {
  if (/password/i.test(detail)) return { field: 'password', text: t('entry.weakPassword') }
  if (/display|shown name/i.test(detail)) return { field: 'displayName', text: t('entry.badDisplayName') }
  if (/username/i.test(detail)) return { field: 'username', text: t('entry.badUsername') }
  return { text: detail }
}
