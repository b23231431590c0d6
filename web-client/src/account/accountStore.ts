import type { Credentials } from '@tidings/client'
import { create } from 'zustand'
import { loadCredentials, onCredentialsOfOtherTab, storeCredentials } from './credentials.ts'

interface AccountState {
  credentials: Credentials | undefined
}

/** Who is signed in. */
export const useAccount = create<AccountState>(() => ({ credentials: loadCredentials() }))

onCredentialsOfOtherTab((credentials) => useAccount.setState({ credentials }))

export function setCredentials(credentials: Credentials | undefined): void {
  storeCredentials(credentials)
  useAccount.setState({ credentials })
}
