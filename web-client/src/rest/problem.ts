/** An answer of the server that is not a success, or no answer at all (status 0). RFC 9457. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
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
    )
  }

  static unreachable(): Problem {
    return new Problem(0, 'UNREACHABLE', 'The server cannot be reached')
  }
}
