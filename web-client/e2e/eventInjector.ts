import type { Page, WebSocketRoute } from '@playwright/test'

interface EventFrame {
  type: string
  channelId?: string
  seq?: number
  channels?: { channelId: string; seq: number }[]
}

/**
 * Stands between a page and the server's socket, and puts further events into one channel as if the log had them: what the
 * server says of that channel afterwards is numbered on from there.
 */
export class EventInjector {
  private client: WebSocketRoute | undefined
  private injected = 0
  private head = -1

  private constructor(private readonly channelId: string) {}

  /** Before the page opens its socket. */
  static async into(page: Page, channelId: string): Promise<EventInjector> {
    const injector = new EventInjector(channelId)
    await page.routeWebSocket(/\/ws\?/, (client) => {
      injector.client = client
      const server = client.connectToServer()
      server.onMessage((message) => client.send(injector.renumbered(String(message))))
    })
    return injector
  }

  inject(event: string, data: unknown, actorId: string): void {
    this.injected++
    this.head++
    const place = { channelId: this.channelId, seq: this.head, at: new Date().toISOString(), actorId }
    this.client?.send(JSON.stringify({ type: 'event', ...place, event, data }))
  }

  private renumbered(message: string): string {
    const frame = JSON.parse(message) as EventFrame
    if (frame.type === 'welcome') {
      this.head = frame.channels?.find(({ channelId }) => channelId === this.channelId)?.seq ?? this.head
    }
    if (frame.channelId !== this.channelId || frame.seq === undefined) return message
    const seq = frame.seq + this.injected
    if (frame.type === 'event') this.head = Math.max(this.head, seq)
    return JSON.stringify({ ...frame, seq })
  }
}
