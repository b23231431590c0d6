import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Channel } from '../channels/channelsStore.ts'
import type { Person } from '../people/peopleStore.ts'
import type { TimelineWindow } from '../timeline/timelineWindow.ts'

/** What the sidebar showed last. */
export interface KeptList {
  accountId: string
  /** In milliseconds of the epoch. */
  savedAt: number
  channels: Channel[]
  joinedIds: string[]
  people: Person[]
}

/** The end of a channel's timeline as it was shown last. */
export interface KeptTimeline {
  accountId: string
  channelId: string
  savedAt: number
  window: TimelineWindow
}

interface Schema extends DBSchema {
  lists: { key: string; value: KeptList }
  timelines: { key: [string, string]; value: KeptTimeline; indexes: { savedAt: [string, number] } }
}

/** So many channels open without a network: those that were looked at last. */
const MOST_TIMELINES = 30

/** What was on the screen, in IndexedDB, so that it is there before the network answers. A failing store costs no more than that. */
export class ViewDatabase {
  readonly #database: Promise<IDBPDatabase<Schema>>

  constructor(
    private readonly accountId: string,
    name = 'tidings-views',
  ) {
    this.#database = openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('lists', { keyPath: 'accountId' })
        const timelines = database.createObjectStore('timelines', { keyPath: ['accountId', 'channelId'] })
        timelines.createIndex('savedAt', ['accountId', 'savedAt'])
      },
    })
    this.#database.catch(() => undefined)
  }

  async list(): Promise<KeptList | undefined> {
    return (await this.#database).get('lists', this.accountId)
  }

  async timeline(channelId: string): Promise<KeptTimeline | undefined> {
    return (await this.#database).get('timelines', [this.accountId, channelId])
  }

  async saveList(list: Omit<KeptList, 'accountId'>): Promise<void> {
    await (await this.#database).put('lists', { ...list, accountId: this.accountId })
  }

  async saveTimeline(timeline: Omit<KeptTimeline, 'accountId'>): Promise<void> {
    const store = (await this.#database).transaction('timelines', 'readwrite').store
    await store.put({ ...timeline, accountId: this.accountId })
    const newestFirst = IDBKeyRange.bound([this.accountId, 0], [this.accountId, Number.MAX_SAFE_INTEGER])
    let kept = 0
    let cursor = await store.index('savedAt').openCursor(newestFirst, 'prev')
    while (cursor) {
      if (++kept > MOST_TIMELINES) await cursor.delete()
      cursor = await cursor.continue()
    }
  }

  async dropTimeline(channelId: string): Promise<void> {
    await (await this.#database).delete('timelines', [this.accountId, channelId])
  }

  /** Whoever signs in next finds nothing of somebody else. */
  async keepOnlyOwn(): Promise<void> {
    const database = await this.#database
    for (const key of await database.getAllKeys('lists')) {
      if (key !== this.accountId) await database.delete('lists', key)
    }
    for (const key of await database.getAllKeys('timelines')) {
      if (key[0] !== this.accountId) await database.delete('timelines', key)
    }
  }

  async clear(): Promise<void> {
    const database = await this.#database
    await Promise.all([database.clear('lists'), database.clear('timelines')])
  }
}
