import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A line to the system that can be cut: connections break, and new ones are refused. */
export class WeakLine {
  private readonly sockets = new Set<Socket>()
  private server: Server | undefined
  private port = 0

  private constructor(private readonly target: URL) {}

  static async to(target: string): Promise<WeakLine> {
    const line = new WeakLine(new URL(target))
    await line.mend()
    return line
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async mend(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.target.port || 80), this.target.hostname)
      for (const socket of [near, far]) {
        this.sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.on('close', () => this.sockets.delete(socket))
      }
      near.pipe(far).pipe(near)
    })
    this.server = server
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.port, '127.0.0.1', resolve)
    })
    this.port = (server.address() as AddressInfo).port
  }

  async cut(): Promise<void> {
    const server = this.server
    const closed = new Promise((resolve) => server?.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }
}
