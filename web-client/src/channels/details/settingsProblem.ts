import { Problem } from '@tidings/client'
import type { TFunction } from 'i18next'
import { problemWords } from '../../failure/problemWords.ts'

/** Why a setting was not taken, to be said beside its field. */
export function settingsProblem(
  error: unknown,
  field: 'name' | 'topic' | 'description' | 'rules',
  t: TFunction,
): string {
  if (!(error instanceof Problem)) return problemWords(error, t)
  if (error.code === 'FORBIDDEN') return t('members.forbidden')
  if (error.code === 'CONFLICT' && field === 'name') return t('create.taken')
  if (error.code === 'BAD_FRAME') {
    if (field === 'name') return t('create.badName')
    if (field === 'topic') return t('create.badTopic')
    if (field === 'description') return t('details.badDescription')
  }
  return problemWords(error, t)
}
