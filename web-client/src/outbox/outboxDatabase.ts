import type { OutboxEntry, OutboxStorage } from '@tidings/client'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

interface Schema extends DBSchema {
  outbox: { key: string; value: OutboxEntry; indexes: { accountId: string } }
}

/** The outbox in IndexedDB: what was written survives a reload, a crash and a flat battery. */
export class OutboxDatabase implements OutboxStorage {
  private readonly database: Promise<IDBPDatabase<Schema>>

  constructor(name = 'tidings') {
    this.database = openDB<Schema>(name, 1, {
      upgrade(database) {
        const store = database.createObjectStore('outbox', { keyPath: 'clientMessageId' })
        store.createIndex('accountId', 'accountId')
      },
    })
    // a browser without storage is told about where it is used; unused, it is no error
    this.database.catch(() => undefined)
  }

  async load(accountId: string): Promise<OutboxEntry[]> {
    return (await this.database).getAllFromIndex('outbox', 'accountId', accountId)
  }

  async save(entry: OutboxEntry): Promise<void> {
    await (await this.database).put('outbox', entry)
  }

  async remove(clientMessageId: string): Promise<void> {
    await (await this.database).delete('outbox', clientMessageId)
  }
}
