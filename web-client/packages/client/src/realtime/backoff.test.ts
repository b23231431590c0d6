import { describe, expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'

describe('the pause before a reconnection', () => {
  it('grows with each failure up to thirty seconds', () => {
    expect([0, 1, 2, 3, 10].map((attempt) => backoffMs(attempt, 1))).toEqual([500, 1000, 2000, 4000, 30_000])
  })

  it('is spread, so that clients do not come back as one herd, yet never nothing', () => {
    expect(backoffMs(4, 0)).toBe(2000)
    expect(backoffMs(4, 0.5)).toBe(5000)
  })
})
