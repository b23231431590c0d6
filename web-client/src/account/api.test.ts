// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useAccount } from './accountStore.ts'
import { api } from './api.ts'
import { loadCredentials, storeCredentials } from './credentials.ts'

function token(name: string): string {
  return `h.${btoa(JSON.stringify({ sub: 'ada', name }))}.s`
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status })
}

describe('a request in the account’s name', () => {
  const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
  let good: string

  beforeEach(() => {
    good = token('old')
    signedIn(Date.now() + 900_000)
    fetched.mockReset()
    fetched.mockImplementation(async (path, init) => {
      if (path === '/api/sessions/refresh') {
        good = token('new')
        return json(200, { accessToken: good, refreshToken: 'r2', expiresIn: 900 })
      }
      const bearer = new Headers(init.headers).get('authorization')
      return bearer === `Bearer ${good}` ? json(200, { fine: true }) : json(401, { code: 'UNAUTHENTICATED' })
    })
    vi.stubGlobal('fetch', fetched)
  })
  afterEach(() => vi.unstubAllGlobals())

  function signedIn(expiresAt: number) {
    const credentials = {
      accountId: 'ada',
      username: 'ada',
      accessToken: token('old'),
      refreshToken: 'r1',
      expiresAt,
    }
    storeCredentials(credentials)
    useAccount.setState({ credentials })
  }

  function refreshes(): number {
    return fetched.mock.calls.filter(([path]) => path === '/api/sessions/refresh').length
  }

  it('does not refresh a good token because the password is asked for again', async () => {
    fetched.mockImplementation(async () => json(401, { code: 'REAUTHENTICATION_REQUIRED', detail: 'again' }))
    await expect(api.request({ method: 'PUT', path: '/api/accounts/me/password' })).rejects.toMatchObject({
      code: 'REAUTHENTICATION_REQUIRED',
    })
    expect(refreshes()).toBe(0)
    expect(loadCredentials()?.accountId).toBe('ada')
  })

  it('carries the access token', async () => {
    await expect(api.request({ path: '/x' })).resolves.toEqual({ fine: true })
    expect(refreshes()).toBe(0)
  })

  it('refreshes before the token ends, once for all who wait', async () => {
    signedIn(Date.now() + 10_000)
    await Promise.all([api.request({ path: '/x' }), api.request({ path: '/y' }), api.request({ path: '/z' })])
    expect(refreshes()).toBe(1)
    expect(loadCredentials()?.refreshToken).toBe('r2')
  })

  it('refreshes when the token is refused early', async () => {
    good = token('revoked meanwhile')
    await expect(api.request({ path: '/x' })).resolves.toEqual({ fine: true })
    expect(refreshes()).toBe(1)
  })

  it('takes the pair that another tab has got, instead of using the refresh token twice', async () => {
    good = token('by another tab')
    const { credentials } = useAccount.getState()
    if (!credentials) throw new Error('signed in above')
    storeCredentials({ ...credentials, accessToken: good, refreshToken: 'r9' })
    await expect(api.request({ path: '/x' })).resolves.toEqual({ fine: true })
    expect(refreshes()).toBe(0)
  })

  it('is signed out when the refresh is refused', async () => {
    fetched.mockImplementation(async () => json(401, { code: 'UNAUTHENTICATED' }))
    await expect(api.request({ path: '/x' })).rejects.toMatchObject({ status: 401 })
    expect(useAccount.getState().credentials).toBeUndefined()
    expect(loadCredentials()).toBeUndefined()
  })

  it('stays signed in when the server cannot be reached', async () => {
    signedIn(Date.now())
    fetched.mockRejectedValue(new TypeError('network'))
    await expect(api.request({ path: '/x' })).rejects.toMatchObject({ code: 'UNREACHABLE' })
    expect(useAccount.getState().credentials).toBeDefined()
  })
})
