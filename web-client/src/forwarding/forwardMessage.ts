import { newClientMessageId } from '@tidings/client'
import { api } from '../account/api.ts'

/** One forward, however often it is tried: what has arrived already does not arrive twice. */
export class Forwarding {
  readonly #forwardKey = newClientMessageId()
  readonly #noteKey = newClientMessageId()

  constructor(
    private readonly messageId: string,
    readonly channelId: string,
    readonly note: string,
    private readonly post = postMessage,
  ) {}

  /**
   * Says the note, then shows the message under it: a forward has no text of its own.
   *
   * @throws Problem
   */
  async send(): Promise<void> {
    if (this.note !== '') {
      await this.post(this.channelId, { clientMessageId: this.#noteKey, body: this.note })
    }
    await this.post(this.channelId, { clientMessageId: this.#forwardKey, forwardOf: this.messageId })
  }
}

type NewMessage = { clientMessageId: string } & ({ body: string } | { forwardOf: string })

async function postMessage(channelId: string, body: NewMessage): Promise<void> {
  await api.call('POST', '/api/channels/{channelId}/messages', { params: { channelId }, body })
}
