import { Problem } from '@tidings/client'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import de from '../language/de/index.ts'
import en from '../language/en/index.ts'
import later from '../language/en/later/index.ts'
import { entryProblem } from './entryProblem.ts'

describe('why one cannot sign up or in', () => {
  beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }))

  function seen(problem: unknown, isNew = false, hasCode = false) {
    return entryProblem(problem, isNew, hasCode, i18next.t)
  }

  it('stands beside the field that it is about', () => {
    const bad = (detail: string) => seen(new Problem(400, 'BAD_FRAME', detail), true).field
    expect(bad('the password is one of the commonest')).toBe('password')
    expect(bad('the display name shows nothing')).toBe('displayName')
    expect(bad('the username has other characters')).toBe('username')
    expect(seen(new Problem(409, 'CONFLICT', 'reserved'), true).field).toBe('username')
    expect(seen(new Problem(401, 'UNAUTHENTICATED', 'no'), false, true).field).toBe('totp')
    expect(seen(new Problem(401, 'UNAUTHENTICATED', 'no')).field).toBeUndefined()
  })

  it('says when to come again', () => {
    const limited = (ms?: number) => seen(new Problem(429, 'RATE_LIMITED', 'slow', undefined, ms)).text
    expect(limited(4_200)).toContain('5 seconds')
    expect(limited(600_000)).toContain('10 minutes')
    expect(limited()).toContain('wait')
  })

  it('is said in both languages', () => {
    const keys = (value: unknown, path = ''): string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`))
        : [path]
    expect(keys(de).sort()).toEqual([...keys(en), ...keys(later)].sort())
  })
})

describe('a refusal by the server', () => {
  it('says when to come again, in its body or its header', async () => {
    const of = (body: object, headers: Record<string, string> = {}) =>
      Problem.of(new Response(JSON.stringify(body), { status: 429, headers }))
    expect((await of({ code: 'RATE_LIMITED', retryAfterMs: 1_500 })).retryAfterMs).toBe(1_500)
    expect((await of({ code: 'RATE_LIMITED' }, { 'retry-after': '3' })).retryAfterMs).toBe(3_000)
    expect((await of({ code: 'RATE_LIMITED' })).retryAfterMs).toBeUndefined()
  })
})
