import { exchange, type JsonRequest } from '../rest/json.ts'
import { Problem } from '../rest/problem.ts'
import { forgetCredentials, refreshCredentials, useAccount } from './accountStore.ts'
import { type Credentials, loadCredentials } from './credentials.ts'

/** The token is good, but for this the account's owner has to show again who they are. */
export const REAUTHENTICATION = 'REAUTHENTICATION_REQUIRED'

/** Refresh so long before the end that a slow request still arrives in time. */
const EARLY_MS = 30_000

/** One exchange in the signed-in account's name; refreshes its token when that is due. @throws Problem */
export async function authorised<T>(request: JsonRequest): Promise<T> {
  const credentials = await freshCredentials()
  try {
    return await exchange<T>({ ...request, accessToken: credentials.accessToken })
  } catch (error) {
    // asked for the password once more, a new token is no use
    if (!(error instanceof Problem && error.status === 401 && error.code !== REAUTHENTICATION)) throw error
    const renewed = await renew(credentials)
    return exchange<T>({ ...request, accessToken: renewed.accessToken })
  }
}

/** The access token was refused although it looked good: the next request gets a new one first. */
export function distrustAccessToken(): void {
  const { credentials } = useAccount.getState()
  if (credentials) useAccount.setState({ credentials: { ...credentials, expiresAt: 0 } })
}

async function freshCredentials(): Promise<Credentials> {
  const { credentials } = useAccount.getState()
  if (!credentials) throw new Problem(401, 'UNAUTHENTICATED', 'Nobody is signed in')
  return credentials.expiresAt - EARLY_MS > Date.now() ? credentials : renew(credentials)
}

let renewing: Promise<Credentials> | undefined

function renew(stale: Credentials): Promise<Credentials> {
  renewing ??= acrossTabs(() => renewOnce(stale)).finally(() => {
    renewing = undefined
  })
  return renewing
}

/** A refresh token works once, and a second use ends the session: so only one tab at a time, and the others take its pair. */
function acrossTabs<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? (navigator.locks.request('tidings.refresh', work) as Promise<T>) : work()
}

async function renewOnce(stale: Credentials): Promise<Credentials> {
  const stored = loadCredentials()
  if (stored && stored.accessToken !== stale.accessToken && stored.accountId === stale.accountId) {
    useAccount.setState({ credentials: stored })
    return stored
  }
  try {
    return await refreshCredentials(stale)
  } catch (error) {
    if (error instanceof Problem && (error.status === 401 || error.status === 400)) forgetCredentials()
    throw error
  }
}
