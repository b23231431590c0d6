import type { components } from '../generated/rest.ts'
import { executeQuery, type MinSeq } from '../graphql/query.ts'
import type { TypedDocument } from '../graphql/typedDocument.ts'
import type { HttpClient, JsonRequest } from '../rest/httpClient.ts'
import { type AnswerOf, filledPath, type Method, type OptionsOf, type PathsWith } from '../rest/operations.ts'
import { Problem } from '../rest/problem.ts'
import type { CredentialStore, Credentials } from './credentials.ts'
import { credentialsOf } from './signIn.ts'

/** The token is good, but for this the account's owner has to show again who they are. */
export const REAUTHENTICATION = 'REAUTHENTICATION_REQUIRED'

/** Refresh so long before the end that a slow request still arrives in time. */
const EARLY_MS = 30_000

/** REST and GraphQL in the name of one account; refreshes its access token when that is due. */
export class ApiClient {
  #refreshing: Promise<Credentials> | undefined

  constructor(
    private readonly http: HttpClient,
    private readonly store: CredentialStore,
  ) {}

  get accountId(): string | undefined {
    return this.store.get()?.accountId
  }

  /** Calls an operation of docs/openapi.yaml. @throws Problem */
  call<M extends Method, P extends PathsWith<M>>(
    method: M,
    path: P,
    { params, body }: OptionsOf<M, P>,
  ): Promise<AnswerOf<M, P>> {
    return this.request({ method, path: filledPath(path, params), body })
  }

  /** Asks through GraphQL. @throws Problem, with code `STALE` when `minSeq` is not reached in time */
  query<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    minSeq?: MinSeq,
  ): Promise<Result> {
    return executeQuery(this, document, variables, minSeq)
  }

  /** One exchange in the account's name. @throws Problem */
  async request<T>(request: JsonRequest): Promise<T> {
    const credentials = await this.#freshCredentials()
    try {
      return await this.http.exchange<T>({ ...request, accessToken: credentials.accessToken })
    } catch (error) {
      // asked for the password once more, a new token is no use
      if (!(error instanceof Problem && error.status === 401 && error.code !== REAUTHENTICATION)) throw error
      const renewed = await this.#refresh(credentials)
      return this.http.exchange<T>({ ...request, accessToken: renewed.accessToken })
    }
  }

  /** The access token was refused although it looked good: the next request gets a new one first. */
  expireAccessToken(): void {
    const credentials = this.store.get()
    if (credentials) this.store.set({ ...credentials, expiresAt: 0 })
  }

  async #freshCredentials(): Promise<Credentials> {
    const credentials = this.store.get()
    if (!credentials) throw new Problem(401, 'UNAUTHENTICATED', 'Nobody is signed in')
    return credentials.expiresAt - EARLY_MS > Date.now() ? credentials : this.#refresh(credentials)
  }

  #refresh(stale: Credentials): Promise<Credentials> {
    const work = () => this.#refreshOnce(stale)
    this.#refreshing ??= (this.store.exclusively?.(work) ?? work()).finally(() => {
      this.#refreshing = undefined
    })
    return this.#refreshing
  }

  async #refreshOnce(stale: Credentials): Promise<Credentials> {
    const stored = this.store.reload?.()
    if (stored && stored.accessToken !== stale.accessToken && stored.accountId === stale.accountId) {
      this.store.set(stored)
      return stored
    }
    try {
      const pair = await this.http.exchange<components['schemas']['TokenPair']>({
        method: 'POST',
        path: '/api/sessions/refresh',
        body: { refreshToken: stale.refreshToken },
      })
      const credentials = credentialsOf(pair, stale.username)
      this.store.set(credentials)
      return credentials
    } catch (error) {
      if (error instanceof Problem && (error.status === 401 || error.status === 400))
        this.store.set(undefined)
      throw error
    }
  }
}
