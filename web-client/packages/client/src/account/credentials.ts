/** What somebody who is signed in has. */
export interface Credentials {
  accountId: string
  username: string
  accessToken: string
  refreshToken: string
  /** When the access token ends, in milliseconds of the epoch. */
  expiresAt: number
}

/** Where credentials are kept. */
export interface CredentialStore {
  get(): Credentials | undefined
  set(credentials: Credentials | undefined): void
  /** What others who share the store, such as another tab, have put there meanwhile. */
  reload?(): Credentials | undefined
  /** A refresh token works once, and a second use ends the session: so only one of those who share the store refreshes. */
  exclusively?<T>(work: () => Promise<T>): Promise<T>
}

/** Keeps them as long as the program runs. */
export class MemoryCredentialStore implements CredentialStore {
  #credentials: Credentials | undefined

  get(): Credentials | undefined {
    return this.#credentials
  }

  set(credentials: Credentials | undefined): void {
    this.#credentials = credentials
  }
}
