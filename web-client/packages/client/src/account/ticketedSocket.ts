import { SUBPROTOCOL } from '../realtime/frames.ts'
import { authorised } from './authorised.ts'

/** Opens a socket with a single-use ticket: browsers cannot put a token on the upgrade, and URLs get logged. */
export async function openTicketedSocket(): Promise<WebSocket> {
  const { ticket } = await authorised<{ ticket: string }>({ method: 'POST', path: '/api/tickets' })
  const url = new URL('/ws', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.searchParams.set('ticket', ticket)
  return new WebSocket(url, SUBPROTOCOL)
}
