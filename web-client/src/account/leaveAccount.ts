import { signOut } from '@tidings/client'
import { places } from '../app/places.ts'
import { forgetDrafts } from '../composer/draftStore.ts'
import { credentialStore, http } from './server.ts'

/** Signs out. Whoever uses this browser next finds neither drafts nor the place where one was. */
export function leaveAccount(): void {
  forgetDrafts()
  window.history.replaceState(null, '', places.home)
  signOut(http, credentialStore)
}
