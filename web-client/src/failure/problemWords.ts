import { CommandRefused, ConnectionLost, Problem } from '@tidings/client'
import type { TFunction } from 'i18next'

/** What went wrong, in the reader's language, where it has nothing to do with what was entered. */
export function problemWords(error: unknown, t: TFunction): string {
  if (error instanceof ConnectionLost) return t('problem.unreachable')
  if (!(error instanceof Problem || error instanceof CommandRefused)) return t('problem.unknown')
  switch (error.code) {
    case 'UNREACHABLE':
    case 'UNAVAILABLE':
    case 'BUSY':
      return t('problem.unreachable')
    case 'RATE_LIMITED':
      return rateLimitWords(error, t)
    default:
      return error.message
  }
}

const MINUTE_MS = 60_000

function rateLimitWords({ retryAfterMs }: Pick<Problem, 'retryAfterMs'>, t: TFunction): string {
  if (retryAfterMs === undefined) return t('problem.rateLimited')
  return retryAfterMs < 2 * MINUTE_MS
    ? t('problem.rateLimitedSeconds', { count: Math.max(1, Math.ceil(retryAfterMs / 1000)) })
    : t('problem.rateLimitedMinutes', { count: Math.ceil(retryAfterMs / MINUTE_MS) })
}
