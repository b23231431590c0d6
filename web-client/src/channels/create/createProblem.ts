import { Problem } from '@tidings/client'
import type { TFunction } from 'i18next'
import { problemWords } from '../../failure/problemWords.ts'

export interface CreateProblem {
  field?: 'name' | 'topic'
  text: string
}

/** Why the channel was not opened, and which field that is about. */
export function createProblem(error: unknown, t: TFunction): CreateProblem {
  if (!(error instanceof Problem)) return { text: problemWords(error, t) }
  if (error.code === 'CONFLICT') {
    return /deactivated/.test(error.message)
      ? { text: t('members.isDeactivated') }
      : { field: 'name', text: t('create.taken') }
  }
  if (error.code === 'BAD_FRAME') {
    return /topic/i.test(error.message)
      ? { field: 'topic', text: t('create.badTopic') }
      : { field: 'name', text: t('create.badName') }
  }
  return { text: problemWords(error, t) }
}
