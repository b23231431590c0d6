// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { changeDraft, draftKey, draftOf, forgetDrafts } from './draftStore.ts'

const NOW = 1_700_000_000_000

describe('drafts', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
    forgetDrafts()
  })

  /** What this tab hears when another one writes. */
  function elsewhere(key: string, body: string | null, at: number, before: string | null = null): void {
    const value = (text: string | null) =>
      text === null ? null : JSON.stringify({ body: text, replyTo: null, at })
    window.dispatchEvent(
      new StorageEvent('storage', {
        key: `tidings.draft.${key}`,
        newValue: value(body),
        oldValue: value(before),
      }),
    )
  }

  it('of a channel and of its threads are apart, and each has an entry of its own in the storage', () => {
    changeDraft(draftKey('c'), { body: 'to all' })
    changeDraft(draftKey('c', 'm1'), { body: 'to few' })
    expect(draftOf('c').body).toBe('to all')
    expect(draftOf('c/m1').body).toBe('to few')
    changeDraft('c', { body: '' })
    expect(Object.keys(localStorage)).toEqual(['tidings.draft.c/m1'])
  })

  it('survive a reload', async () => {
    changeDraft('c', { body: 'not done' })
    vi.resetModules()
    const reloaded = await import('./draftStore.ts')
    expect(reloaded.draftOf('c').body).toBe('not done')
  })

  it('follow another tab that wrote later', () => {
    changeDraft('c', { body: 'here' })
    vi.setSystemTime(NOW + 60_000)
    elsewhere('c', 'there', NOW + 50_000)
    expect(draftOf('c').body).toBe('there')
  })

  it('stay when what another tab wrote is older', () => {
    changeDraft('c', { body: 'here' })
    vi.setSystemTime(NOW + 60_000)
    elsewhere('c', 'there', NOW - 1)
    expect(draftOf('c').body).toBe('here')
  })

  it('stay while they are typed in this tab', () => {
    changeDraft('c', { body: 'here' })
    vi.setSystemTime(NOW + 1_000)
    elsewhere('c', 'there', NOW + 900)
    expect(draftOf('c').body).toBe('here')
  })

  it('end when another tab has sent the same text, but not when more was written here since', () => {
    changeDraft('c', { body: 'sent there' })
    vi.setSystemTime(NOW + 60_000)
    elsewhere('c', null, NOW - 5_000, 'older')
    expect(draftOf('c').body).toBe('sent there')
    elsewhere('c', null, NOW, 'sent there')
    expect(draftOf('c').body).toBe('')
  })

  it('survive what somebody else left in the storage', async () => {
    localStorage.setItem('tidings.draft.c', 'no JSON')
    localStorage.setItem('tidings.draft.d', '{"body":7}')
    vi.resetModules()
    expect((await import('./draftStore.ts')).draftOf('c').body).toBe('')
    forgetDrafts()
    expect(localStorage).toHaveLength(0)
  })
})
