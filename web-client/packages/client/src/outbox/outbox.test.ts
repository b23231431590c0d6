import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AckFrame, CommandFrame } from '../realtime/frames.ts'
import { CommandRefused, ConnectionLost } from '../realtime/pendingRequests.ts'
import { settle } from '../testing/fakeSocket.ts'
import { MemoryOutboxStorage } from './memoryOutboxStorage.ts'
import { Outbox, type OutboxEntry, type OutboxTransport } from './outbox.ts'

type Send = Extract<CommandFrame, { type: 'send' }>

/** Answers as the test says. */
class Transport implements OutboxTransport {
  isOnline = true
  readonly sent: Send[] = []
  private readonly answers: ((answer: AckFrame | Error) => void)[] = []

  request(frame: CommandFrame): Promise<AckFrame> {
    this.sent.push(frame as Send)
    return new Promise((resolve, reject) => {
      this.answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)))
    })
  }

  async answer(answer: Error | number): Promise<void> {
    await vi.waitFor(() => expect(this.answers.length).toBeGreaterThan(0))
    this.answers.shift()?.(
      typeof answer === 'number'
        ? { type: 'ack', channelId: 'c', messageId: `m${answer}`, seq: answer, at: '' }
        : answer,
    )
    await settle()
  }

  get bodies(): string[] {
    return this.sent.map((frame) => frame.body)
  }
}

describe('the outbox', () => {
  let transport: Transport
  let storage: MemoryOutboxStorage
  let entries: readonly OutboxEntry[]
  let outbox: Outbox

  beforeEach(() => {
    transport = new Transport()
    storage = new MemoryOutboxStorage()
    entries = []
    outbox = newOutbox()
  })

  function newOutbox(): Outbox {
    return new Outbox('ada', storage, transport, (now) => {
      entries = now
    })
  }

  function write(body: string, channelId = 'c') {
    outbox.add({
      clientMessageId: `key of ${body}`,
      channelId,
      body,
      replyTo: null,
      writtenAt: entries.length,
    })
  }

  it('sends one after the other, in the order in which they were written', async () => {
    write('one')
    write('two')
    await vi.waitFor(() => expect(transport.bodies).toEqual(['one']))
    await transport.answer(7)
    await vi.waitFor(() => expect(transport.bodies).toEqual(['one', 'two']))
    expect(entries.map((entry) => entry.state)).toEqual(['accepted', 'pending'])
  })

  it('does not let one channel wait for another', async () => {
    write('here', 'c')
    write('there', 'd')
    await vi.waitFor(() => expect(transport.bodies).toEqual(['here', 'there']))
  })

  it('sends again under the same key after a lost connection', async () => {
    write('one')
    await vi.waitFor(() => expect(transport.sent).toHaveLength(1))
    transport.isOnline = false
    await transport.answer(new ConnectionLost())
    expect(entries[0]?.state).toBe('pending')
    transport.isOnline = true
    outbox.flush()
    await vi.waitFor(() => expect(transport.sent).toHaveLength(2))
    expect(new Set(transport.sent.map((frame) => frame.clientMessageId)).size).toBe(1)
  })

  it('survives a reload', async () => {
    transport.isOnline = false
    write('one')
    write('two')
    await vi.waitFor(async () => expect(await storage.load('ada')).toHaveLength(2))
    transport.isOnline = true
    outbox = newOutbox()
    await outbox.restore()
    await transport.answer(7)
    await transport.answer(8)
    expect(transport.bodies).toEqual(['one', 'two'])
    await vi.waitFor(async () => expect(await storage.load('ada')).toEqual([]))
  })

  it('keeps what was refused, with its reason, and goes on with the next', async () => {
    write('bad')
    write('good')
    await transport.answer(new CommandRefused('TOO_LARGE', 'too large', undefined))
    await vi.waitFor(() => expect(transport.bodies).toEqual(['bad', 'good']))
    expect(entries[0]).toMatchObject({ state: 'failed', failure: 'TOO_LARGE', body: 'bad' })
  })

  it('waits as long as it is told and then sends again, still in order', async () => {
    write('one')
    write('two')
    await transport.answer(new CommandRefused('RATE_LIMITED', 'slow down', 5))
    await vi.waitFor(() => expect(transport.bodies).toEqual(['one', 'one']))
    await transport.answer(7)
    await vi.waitFor(() => expect(transport.bodies).toEqual(['one', 'one', 'two']))
  })

  it('sends a failed one again when it is retried, and forgets it when it is discarded', async () => {
    write('one')
    await transport.answer(new CommandRefused('FORBIDDEN', 'no', undefined))
    outbox.retry('key of one')
    await vi.waitFor(() => expect(transport.bodies).toEqual(['one', 'one']))
    await transport.answer(new CommandRefused('FORBIDDEN', 'no', undefined))
    outbox.discard('key of one')
    expect(entries).toEqual([])
    await vi.waitFor(async () => expect(await storage.load('ada')).toEqual([]))
  })

  it('gives way to the message itself, whichever of event and ack comes first', async () => {
    write('ack first')
    await transport.answer(7)
    expect(entries).toHaveLength(1)
    outbox.shownUpTo('c', 7)
    expect(entries).toEqual([])

    write('event first')
    await vi.waitFor(() => expect(transport.sent).toHaveLength(2))
    outbox.shown('key of event first', 'event first')
    expect(entries).toEqual([])
    await transport.answer(8)
    expect(entries).toEqual([])
  })

  it('gives way at once when the ack says that it is shown already', async () => {
    outbox.shownUpTo('c', 9)
    write('sent before the crash')
    await transport.answer(7)
    expect(entries).toEqual([])
  })

  it('keeps a text whose key stands for another text, and sends it as a message of its own', async () => {
    write('one')
    await vi.waitFor(() => expect(transport.sent).toHaveLength(1))
    outbox.shown('key of one', 'another text')
    expect(entries).toHaveLength(1)
    await transport.answer(new CommandRefused('CONFLICT', 'used before', undefined, true))
    outbox.shownUpTo('c', 99)
    expect(entries).toMatchObject([{ state: 'failed', failure: 'KEY_TAKEN', body: 'one' }])

    outbox.retry('key of one')
    await vi.waitFor(() => expect(transport.bodies).toEqual(['one', 'one']))
    expect(transport.sent[1]?.clientMessageId).not.toBe('key of one')
    expect(entries).toMatchObject([{ state: 'pending', body: 'one' }])
    await vi.waitFor(async () => expect(await storage.load('ada')).toMatchObject([{ state: 'pending' }]))
  })

  it('gives way to a message that was deleted meanwhile, whose text nobody is told', async () => {
    write('one')
    await vi.waitFor(() => expect(transport.sent).toHaveLength(1))
    outbox.shown('key of one', null)
    expect(entries).toEqual([])
  })

  it('sends again what a restored log has lost', async () => {
    write('one')
    await transport.answer(7)
    expect(entries).toMatchObject([{ state: 'accepted', seq: 7 }])
    outbox.rewound('c', 4)
    expect(entries).toMatchObject([{ state: 'pending' }])
    await vi.waitFor(() => expect(transport.bodies).toEqual(['one', 'one']))
    await transport.answer(5)
    outbox.shownUpTo('c', 5)
    expect(entries).toEqual([])
  })
})
