import { create } from 'zustand'
import { exchange } from '../rest/json.ts'
import { Problem } from '../rest/problem.ts'
import {
  type Credentials,
  loadCredentials,
  onCredentialsOfOtherTab,
  storeCredentials,
} from './credentials.ts'

interface AccountState {
  credentials: Credentials | undefined
}

/** Who is signed in. */
export const useAccount = create<AccountState>(() => ({ credentials: loadCredentials() }))

onCredentialsOfOtherTab((credentials) => useAccount.setState({ credentials }))

interface TokenPair {
  accessToken: string
  refreshToken: string
  /** seconds */
  expiresIn: number
}

export async function signUp(username: string, password: string, displayName: string): Promise<void> {
  await exchange({
    method: 'POST',
    path: '/api/accounts',
    body: { username, password, ...(displayName === '' ? {} : { displayName }) },
  })
  await signIn(username, password)
}

/** @param totp a one-time password or a recovery code, once the server has asked for it: see `needsSecondFactor` */
export async function signIn(username: string, password: string, totp = ''): Promise<void> {
  const pair = await exchange<TokenPair>({
    method: 'POST',
    path: '/api/sessions',
    body: { username, password, ...(totp === '' ? {} : { totp }) },
  })
  setCredentials(credentialsOf(pair, username))
}

/** Whether name and password were right, and a code is wanted as well. */
export function needsSecondFactor(error: unknown): boolean {
  return error instanceof Problem && error.type === 'urn:tidings:problem:second-factor-required'
}

/** Leaves on this device at once; the server is told, but not waited for. */
export function signOut(): void {
  const accessToken = useAccount.getState().credentials?.accessToken
  forgetCredentials()
  if (accessToken === undefined) return
  exchange({ method: 'DELETE', path: '/api/sessions/current', accessToken, keepalive: true }).catch(
    () => undefined,
  )
}

export function forgetCredentials(): void {
  setCredentials(undefined)
}

/** Swaps the refresh token for a new pair. It can be used once. */
export async function refreshCredentials(current: Credentials): Promise<Credentials> {
  const pair = await exchange<TokenPair>({
    method: 'POST',
    path: '/api/sessions/refresh',
    body: { refreshToken: current.refreshToken },
  })
  const credentials = credentialsOf(pair, current.username)
  setCredentials(credentials)
  return credentials
}

function setCredentials(credentials: Credentials | undefined): void {
  storeCredentials(credentials)
  useAccount.setState({ credentials })
}

function credentialsOf(pair: TokenPair, username: string): Credentials {
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
