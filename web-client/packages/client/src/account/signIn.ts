import type { components } from '../generated/rest.ts'
import type { HttpClient } from '../rest/httpClient.ts'
import { Problem } from '../rest/problem.ts'
import type { CredentialStore, Credentials } from './credentials.ts'

type Schemas = components['schemas']

/** Registers an account and signs in to it. */
export async function signUp(
  http: HttpClient,
  store: CredentialStore,
  account: Schemas['NewAccount'],
): Promise<void> {
  await http.exchange({ method: 'POST', path: '/api/accounts', body: account })
  await signIn(http, store, { username: account.username, password: account.password })
}

/** With `totp`, a one-time password or a recovery code, once the server has asked for it: see `needsSecondFactor`. */
export async function signIn(
  http: HttpClient,
  store: CredentialStore,
  credentials: Schemas['Credentials'],
): Promise<void> {
  const pair = await http.exchange<Schemas['TokenPair']>({
    method: 'POST',
    path: '/api/sessions',
    body: credentials,
  })
  store.set(credentialsOf(pair, credentials.username))
}

/** Whether name and password were right, and a code is wanted as well. */
export function needsSecondFactor(error: unknown): boolean {
  return error instanceof Problem && error.type === 'urn:tidings:problem:second-factor-required'
}

/** Leaves here at once; the server is told, but not waited for. */
export function signOut(http: HttpClient, store: CredentialStore): void {
  const accessToken = store.get()?.accessToken
  store.set(undefined)
  if (accessToken === undefined) return
  http
    .exchange({ method: 'DELETE', path: '/api/sessions/current', accessToken, keepalive: true })
    .catch(() => undefined)
}

export function credentialsOf(pair: Schemas['TokenPair'], username: string): Credentials {
  return {
    accountId: subjectOf(pair.accessToken),
    username,
    accessToken: pair.accessToken,
    refreshToken: pair.refreshToken,
    expiresAt: Date.now() + pair.expiresIn * 1000,
  }
}

/** The `sub` claim. Only to know oneself: whether the token is true is for the server to judge. */
function subjectOf(accessToken: string): string {
  const payload = accessToken.split('.')[1] ?? ''
  const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { sub: string }
  return claims.sub
}
