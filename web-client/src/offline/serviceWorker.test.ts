import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const ORIGIN = 'https://chat.example.org'
const SOURCE = readFileSync(new URL('serviceWorker.js', import.meta.url), 'utf8')
const FILES = ['/index.html', '/theme.js', '/assets/app-1.js']

type Handler = (event: {
  request?: { url: string; method: string; mode: string }
  waitUntil(work: Promise<void>): void
  respondWith(answer: Promise<Response>): void
}) => void

/** A browser's end of a service worker: its caches by name, by path. */
class Browser {
  readonly caches = new Map<string, Map<string, string>>()
  readonly handlers = new Map<string, Handler>()
  network: (path: string) => Promise<Response> = async (path) => new Response(`network ${path}`)

  install(version: string): void {
    const source = SOURCE.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(FILES))
    const self = {
      location: { origin: ORIGIN },
      addEventListener: (type: string, handler: Handler) => this.handlers.set(type, handler),
      skipWaiting: async () => undefined,
      clients: { claim: async () => undefined },
    }
    const fetch = (request: { url: string }) => this.network(new URL(request.url).pathname)
    new Function('self', 'caches', 'fetch', source)(self, this.storage(), fetch)
  }

  async lifecycle(type: 'install' | 'activate'): Promise<void> {
    let done: Promise<void> = Promise.resolve()
    this.handlers.get(type)?.({
      waitUntil: (work) => {
        done = work
      },
      respondWith: () => undefined,
    })
    await done
  }

  /** @returns undefined where the worker keeps out of it */
  get(path: string, mode = 'cors'): Promise<string> | undefined {
    let answer: Promise<string> | undefined
    this.handlers.get('fetch')?.({
      request: { url: ORIGIN + path, method: 'GET', mode },
      waitUntil: () => undefined,
      respondWith: (response) => {
        answer = response.then((found) => found.text())
      },
    })
    return answer
  }

  private storage() {
    const pathOf = (request: string | { url: string }) =>
      typeof request === 'string' ? request : new URL(request.url).pathname
    return {
      open: async (name: string) => {
        const cache = this.caches.get(name) ?? new Map<string, string>()
        this.caches.set(name, cache)
        return {
          addAll: async (paths: string[]) => {
            for (const path of paths) cache.set(path, `${name} ${path}`)
          },
          put: async (request: { url: string }, response: Response) => {
            cache.set(pathOf(request), await response.text())
          },
        }
      },
      keys: async () => [...this.caches.keys()],
      delete: async (name: string) => this.caches.delete(name),
      match: async (request: string | { url: string }, { cacheName }: { cacheName?: string } = {}) => {
        for (const [name, cache] of this.caches) {
          const found = cache.get(pathOf(request))
          if (found !== undefined && (cacheName === undefined || name === cacheName))
            return new Response(found)
        }
        return undefined
      },
    }
  }
}

describe('the service worker', () => {
  let browser: Browser

  beforeEach(async () => {
    vi.useFakeTimers()
    browser = new Browser()
    browser.install('1')
    await browser.lifecycle('install')
    await browser.lifecycle('activate')
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('opens the app without a network, at any address', async () => {
    browser.network = () => Promise.reject(new TypeError('offline'))
    expect(await browser.get('/c/den', 'navigate')).toBe('tidings-1 /index.html')
    expect(await browser.get('/assets/app-1.js')).toBe('tidings-1 /assets/app-1.js')
  })

  it('opens the newest page that the network gives', async () => {
    expect(await browser.get('/c/den', 'navigate')).toBe('network /c/den')
  })

  it('does not wait for a network that takes its time, nor for a server that is down', async () => {
    browser.network = () => new Promise(() => undefined)
    const slow = browser.get('/', 'navigate')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await slow).toBe('tidings-1 /index.html')
    browser.network = async () => new Response('down', { status: 503 })
    expect(await browser.get('/', 'navigate')).toBe('tidings-1 /index.html')
  })

  it('keeps what a service says out of its caches', () => {
    for (const path of ['/api/me', '/graphql', '/ws', '/health/ready', '/archive/den', '/api']) {
      expect(browser.get(path)).toBeUndefined()
      expect(browser.get(path, 'navigate')).toBeUndefined()
    }
    expect(browser.get('/assets/app-1.js')).toBeDefined()
  })

  it('keeps what is used once of the files that few people need', async () => {
    expect(await browser.get('/assets/emoji-9.js')).toBe('network /assets/emoji-9.js')
    browser.network = () => Promise.reject(new TypeError('offline'))
    expect(await browser.get('/assets/emoji-9.js')).toBe('network /assets/emoji-9.js')
  })

  it('drops versions that no open page can need any more', async () => {
    for (const version of ['2', '3']) {
      browser.install(version)
      await browser.lifecycle('install')
      await browser.lifecycle('activate')
    }
    expect([...browser.caches.keys()]).toEqual(['tidings-2', 'tidings-3'])
    browser.network = () => Promise.reject(new TypeError('offline'))
    expect(await browser.get('/', 'navigate')).toBe('tidings-3 /index.html')
  })
})
