import type { OutboxEntry, OutboxStorage } from './outbox.ts'

/** What was written and not sent yet, as long as the program runs. */
export class MemoryOutboxStorage implements OutboxStorage {
  readonly #entries = new Map<string, OutboxEntry>()

  async load(accountId: string): Promise<OutboxEntry[]> {
    return [...this.#entries.values()].filter((entry) => entry.accountId === accountId)
  }

  async save(entry: OutboxEntry): Promise<void> {
    this.#entries.set(entry.clientMessageId, entry)
  }

  async remove(clientMessageId: string): Promise<void> {
    this.#entries.delete(clientMessageId)
  }
}
