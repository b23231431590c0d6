import { AccountDocument } from '@tidings/client'
import { api } from '../account/api.ts'
import type { FoundPerson } from './findPeople.ts'
import { rememberPeople } from './peopleStore.ts'

/** @returns undefined where there is no such account */
export async function loadPerson(accountId: string): Promise<FoundPerson | undefined> {
  const { account } = await api.query(AccountDocument, { id: accountId })
  if (account) rememberPeople([account])
  return account ?? undefined
}
