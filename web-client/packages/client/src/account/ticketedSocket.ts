import { SUBPROTOCOL } from '../realtime/frames.ts'
import type { WebSocketConstructor, WebSocketLike } from '../realtime/webSocketLike.ts'
import type { ApiClient } from './apiClient.ts'

/** Opens a socket with a single-use ticket: browsers cannot put a token on the upgrade, and URLs get logged. */
export async function openTicketedSocket(
  api: ApiClient,
  origin: string,
  WebSocket: WebSocketConstructor,
): Promise<WebSocketLike> {
  const { ticket } = await api.call('POST', '/api/tickets', {})
  const url = new URL('/ws', origin)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.searchParams.set('ticket', ticket)
  return new WebSocket(url.href, SUBPROTOCOL)
}
