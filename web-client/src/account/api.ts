import { ApiClient, openTicketedSocket, type WebSocketLike } from '@tidings/client'
import { loadCredentials } from './credentials.ts'
import { credentialStore, http } from './server.ts'

/** REST and GraphQL in the name of whoever is signed in; tabs share what one of them refreshes. */
export const api = new ApiClient(http, {
  ...credentialStore,
  reload: loadCredentials,
  exclusively: (work) =>
    'locks' in navigator
      ? (navigator.locks.request('tidings.refresh', work) as ReturnType<typeof work>)
      : work(),
})

export function openSocket(): Promise<WebSocketLike> {
  return openTicketedSocket(api, window.location.href, WebSocket)
}
