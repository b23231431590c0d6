import type { ClientFrame, ServerFrame } from '../realtime/frames.ts'
import type { WebSocketLike } from '../realtime/webSocketLike.ts'

/** The server's end of a socket, for tests. */
export class FakeSocket {
  static readonly OPEN = 1
  readyState = 0
  onopen: (() => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  readonly received: ClientFrame[] = []
  isClosedByClient = false

  send(text: string): void {
    this.received.push(JSON.parse(text) as ClientFrame)
  }

  close(): void {
    this.isClosedByClient = true
    this.readyState = 3
  }

  open(): void {
    this.readyState = FakeSocket.OPEN
    this.onopen?.()
  }

  serve(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  drop(code: number): void {
    this.readyState = 3
    this.onclose?.({ code })
  }

  sent<T extends ClientFrame['type']>(type: T): Extract<ClientFrame, { type: T }>[] {
    return this.received.filter((frame) => frame.type === type) as Extract<ClientFrame, { type: T }>[]
  }
}

/** Opens fake sockets and remembers them. */
export class FakeServer {
  readonly sockets: FakeSocket[] = []

  readonly openSocket = async (): Promise<WebSocketLike> => {
    const socket = new FakeSocket()
    this.sockets.push(socket)
    return socket as WebSocketLike
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }

  welcome(channels: { channelId: string; seq: number }[]): void {
    if (this.socket.readyState === 0) this.socket.open()
    this.socket.serve({
      type: 'welcome',
      sessionId: 's',
      userId: 'me',
      heartbeatMs: 25_000,
      limits: { maxFrameBytes: 65_536, maxBodyChars: 4_000, sendsPerSecond: 20 },
      channels: channels.map((channel) => ({ ...channel, readSeq: -1 })),
    })
  }
}

/** Lets what was resolved go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
