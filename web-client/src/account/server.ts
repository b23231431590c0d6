import { type CredentialStore, HttpClient } from '@tidings/client'
import { setCredentials, useAccount } from './accountStore.ts'

export const http = new HttpClient()

export const credentialStore: CredentialStore = {
  get: () => useAccount.getState().credentials,
  set: setCredentials,
}
