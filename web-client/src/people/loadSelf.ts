import { MeDocument } from '@tidings/client'
import { api } from '../account/api.ts'
import { rememberPeople } from './peopleStore.ts'

export async function loadSelf(): Promise<void> {
  const { me } = await api.query(MeDocument, {})
  rememberPeople([me])
}
