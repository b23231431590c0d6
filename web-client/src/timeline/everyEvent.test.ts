import { readdirSync, readFileSync } from 'node:fs'
import { type ChannelEvent, knownEventTypes, readChannelEvent } from '@tidings/client'
import { describe, expect, it } from 'vitest'
import { changesBy } from '../channels/channelChanges.ts'
import type { Channel } from '../channels/channelsStore.ts'
import { applyEvent } from './applyEvent.ts'
import { rowsOf } from './rows.ts'
import type { TimelineWindow } from './timelineWindow.ts'

const ROOT = `${import.meta.dirname}/../../..`
const GOLDEN = `${ROOT}/events/src/test/resources/golden`

/** The event types in `docs/asyncapi.yaml`, which are the catalogue's. */
function documentedTypes(): string[] {
  const document = readFileSync(`${ROOT}/docs/asyncapi.yaml`, 'utf8')
  const list = document.match(/\n {10}event:\n {12}type: string\n {12}enum:\n((?: {14}- \w+\n)+)/)?.[1] ?? ''
  return [...list.matchAll(/- (\w+)/g)].map((match) => match[1] ?? '')
}

const WINDOW: TimelineWindow = {
  seq: 0,
  messages: [],
  notices: [],
  hasOlder: false,
  hasNewer: false,
  startCursor: null,
  endCursor: null,
}
const CHANNEL: Channel = {
  id: 'c',
  name: 'attic',
  topic: null,
  visibility: 'PUBLIC',
  archived: false,
  announcement: false,
  slowModeSeconds: 0,
  guestsReadOnly: false,
  myRole: 'MEMBER',
  seq: 0,
  memberCount: 1,
  unreadCount: 0,
  readSeq: -1,
}

/** One of each event of the catalogue, account events as well, as a server would send it. */
function golden(): unknown[] {
  return readdirSync(GOLDEN).map((file, index) => ({
    channelId: 'c',
    seq: index + 1,
    at: '2026-11-24T03:04:05.678Z',
    actorId: 'ada',
    event: file.split('.')[0],
    data: JSON.parse(readFileSync(`${GOLDEN}/${file}`, 'utf8')),
  }))
}

describe('an event of a channel', () => {
  it('is of a type that this client knows, whichever the documents name', () => {
    expect(documentedTypes().length).toBeGreaterThan(20)
    expect(knownEventTypes().sort()).toEqual(documentedTypes().sort())
  })

  it('leaves the timeline and the list standing, whichever it is', () => {
    const events = golden().map(readChannelEvent) as ChannelEvent[]
    expect(new Set(events.map(({ event }) => event))).toEqual(new Set([...knownEventTypes(), 'Unknown']))
    let window = WINDOW
    let channel = CHANNEL
    for (const event of events) {
      window = applyEvent(window, event, 'me')
      channel = { ...channel, ...changesBy(channel, event, 'me') }
      expect(window.seq).toBe(event.seq)
      expect(rowsOf(window.messages, [], false, undefined, 'me', window.notices).length).toBeGreaterThan(0)
    }
    expect(window.messages.length).toBeGreaterThan(0)
    expect(window.notices.length).toBeGreaterThan(10)
  })

  it('keeps its place in the order when nothing else can be made of it', () => {
    const strange = { channelId: 'c', seq: 7, at: 'x', event: 'MessagePosted', data: null, actorId: 5 }
    expect(readChannelEvent(strange)).toMatchObject({ seq: 7, event: 'Unknown', data: {}, actorId: null })
    expect(readChannelEvent({ ...strange, event: 'toString' })).toMatchObject({ event: 'Unknown' })
    expect(readChannelEvent({ ...strange, seq: 'seven' })).toBeUndefined()
    expect(readChannelEvent(null)).toBeUndefined()
  })
})
