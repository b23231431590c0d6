import { Problem } from '@tidings/client'
import type { TFunction } from 'i18next'
import { problemWords } from '../failure/problemWords.ts'

/** Why one did not become a member. */
export function joinProblem(error: unknown, t: TFunction): string {
  if (error instanceof Problem && error.code === 'FORBIDDEN') return t('join.banned')
  if (error instanceof Problem && error.code === 'CONFLICT') return t('closed.archived')
  return problemWords(error, t)
}
