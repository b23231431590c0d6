// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OwnPresence } from './ownPresence.ts'

const MINUTE = 60_000

describe('one’s own presence', () => {
  let told: string[]
  let presence: OwnPresence

  beforeEach(() => {
    vi.useFakeTimers()
    told = []
    presence = new OwnPresence((status) => told.push(status))
    presence.start()
  })
  afterEach(() => {
    show('visible')
    presence.stop()
    vi.useRealTimers()
  })

  function show(visibility: DocumentVisibilityState) {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
    document.dispatchEvent(new Event('visibilitychange'))
  }
  const touch = () => window.dispatchEvent(new Event('pointermove'))

  it('is away a minute after the page was hidden, and back with the page', () => {
    show('hidden')
    vi.advanceTimersByTime(MINUTE - 1)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told).toEqual(['AWAY'])
    show('visible')
    expect(told).toEqual(['AWAY', 'ONLINE'])
  })

  it('does not change while another page is looked at for a moment', () => {
    show('hidden')
    vi.advanceTimersByTime(MINUTE / 2)
    show('visible')
    vi.advanceTimersByTime(5 * MINUTE - 1)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told).toEqual(['AWAY'])
  })

  it('is away when nothing was touched for five minutes, counted from the last touch', () => {
    vi.advanceTimersByTime(3 * MINUTE)
    touch()
    vi.advanceTimersByTime(5 * MINUTE - 1)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told).toEqual(['AWAY'])
    touch()
    expect(told).toEqual(['AWAY', 'ONLINE'])
    vi.advanceTimersByTime(5 * MINUTE)
    expect(told).toEqual(['AWAY', 'ONLINE', 'AWAY'])
  })

  it('is told to each new session, which takes it for there', () => {
    presence.welcomed()
    expect(told).toEqual([])
    vi.advanceTimersByTime(5 * MINUTE)
    presence.welcomed()
    expect(told).toEqual(['AWAY', 'AWAY'])
  })
})
