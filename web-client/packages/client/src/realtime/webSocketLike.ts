/** Of any parameter type that its setter's owner chooses: browsers and `ws` have event classes of their own. */
type Handler<Event> = { handle(event: Event): void }['handle'] | null

/** As much of a WebSocket as this client uses: a browser's, or the one of the package `ws`. */
export interface WebSocketLike {
  readonly readyState: number
  onopen: Handler<never>
  onclose: Handler<{ code: number }>
  onmessage: Handler<{ data: unknown }>
  send(text: string): void
  close(): void
}

export type WebSocketConstructor = new (url: string, protocol: string) => WebSocketLike
