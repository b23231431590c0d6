import { Problem } from './problem.ts'

export interface JsonRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  body?: unknown
  accessToken?: string | undefined
  headers?: Record<string, string>
  /** Finish it even if the page is left meanwhile. */
  keepalive?: boolean
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Exchanges JSON with one server. */
export class HttpClient {
  /** @param origin such as `https://chat.example.org`; empty for a page's own */
  constructor(
    private readonly origin = '',
    private readonly fetch?: Fetch,
  ) {}

  /** One exchange of JSON. @throws Problem for everything but a success */
  async exchange<T>({
    method = 'GET',
    path,
    body,
    accessToken,
    headers,
    keepalive = false,
  }: JsonRequest): Promise<T> {
    const { fetch = globalThis.fetch } = this
    const response = await fetch(this.origin + path, {
      method,
      keepalive,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw Problem.unreachable()
    })
    if (!response.ok) throw await Problem.of(response)
    if (response.status === 204) return undefined as T
    return (await response.json().catch(() => {
      throw new Problem(response.status, 'UNAVAILABLE', 'The server gave no proper answer')
    })) as T
  }
}
