import { Problem } from '@tidings/client'
import type { TFunction } from 'i18next'
import { problemWords } from '../../failure/problemWords.ts'

/** Why somebody's membership did not change. */
export function memberProblem(error: unknown, t: TFunction): string {
  if (!(error instanceof Problem)) return problemWords(error, t)
  switch (error.code) {
    case 'FORBIDDEN':
      return t('members.forbidden')
    case 'CONFLICT':
      if (/last owner/.test(error.message)) return t('members.lastOwner')
      if (/banned/.test(error.message)) return t('members.isBanned')
      if (/deactivated/.test(error.message)) return t('members.isDeactivated')
      return problemWords(error, t)
    default:
      return problemWords(error, t)
  }
}
