/** An answer of the server that is not a success, or no answer at all (status 0). RFC 9457. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** Tells apart what shares a code. */
    readonly type?: string,
    /** When to come again, where the server says so. */
    readonly retryAfterMs?: number,
  ) {
    super(detail)
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => undefined)
    const fields = (body ?? {}) as Record<string, unknown>
    const text = (name: string) => {
      const value = fields[name]
      return typeof value === 'string' ? value : undefined
    }
    return new Problem(
      response.status,
      text('code') ?? (response.status >= 500 ? 'UNAVAILABLE' : 'FAILED'),
      text('detail') ?? text('title') ?? response.statusText,
      text('type'),
      retryAfterMs(fields.retryAfterMs, response.headers.get('retry-after')),
    )
  }

  static unreachable(): Problem {
    return new Problem(0, 'UNREACHABLE', 'The server cannot be reached')
  }
}

/** @param exact as the body says it @param seconds as the header says it */
function retryAfterMs(exact: unknown, seconds: string | null): number | undefined {
  const ms = Number(exact ?? Number.parseInt(seconds ?? '', 10) * 1000)
  return Number.isFinite(ms) ? ms : undefined
}
