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
    const field = (name: string) => {
      const value =
        typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
      return typeof value === 'string' ? value : undefined
    }
    return new Problem(
      response.status,
      field('code') ?? (response.status >= 500 ? 'UNAVAILABLE' : 'FAILED'),
      field('detail') ?? field('title') ?? response.statusText,
      field('type'),
      retryAfterMs(body, response.headers.get('retry-after')),
    )
  }

  static unreachable(): Problem {
    return new Problem(0, 'UNREACHABLE', 'The server cannot be reached')
  }
}

function retryAfterMs(body: unknown, header: string | null): number | undefined {
  const exact =
    typeof body === 'object' && body !== null && 'retryAfterMs' in body
      ? Number(body.retryAfterMs)
      : Number.NaN
  const ms = Number.isFinite(exact) ? exact : Number.parseInt(header ?? '', 10) * 1000
  return Number.isFinite(ms) ? ms : undefined
}
