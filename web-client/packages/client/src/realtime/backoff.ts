const FIRST_MS = 500
const LONGEST_MS = 30_000

/**
 * How long to wait before a reconnection: exponential with full jitter, so that the clients of a node that died do not
 * come back as one herd.
 *
 * @param attempt failures in a row, from 0
 * @param random in [0, 1)
 */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)
  return Math.round(ceiling * (0.25 + 0.75 * random))
}
