// Lets the app open without a network. The build fills in which files belong to this version (offlineFiles.ts); what the
// server says of people and channels is never kept here.
const VERSION = '__VERSION__'
const FILES = __FILES__

const CACHE_PREFIX = 'tidings-'
const CACHE = CACHE_PREFIX + VERSION
/** A network that takes longer than this is as good as none. */
const PATIENCE_MS = 3000
const OF_SERVICES = /^\/(?:api|graphql|ws|internal|health|archive|\.well-known)(?:\/|$)/

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE)
    await cache.addAll(FILES)
    await self.skipWaiting()
  }
  event.waitUntil(keep())
})

self.addEventListener('activate', (event) => {
  const takeOver = async () => {
    const ours = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE)
    // pages that are open still load parts of the version before
    await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)))
    await self.clients.claim()
  }
  event.waitUntil(takeOver())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || OF_SERVICES.test(url.pathname))
    return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/') || FILES.includes(url.pathname))
    event.respondWith(file(request))
})

/** The newest page where the network gives one soon, else the one of this version, whose files are all here. */
async function page(request) {
  const kept = await caches.match('/index.html', { cacheName: CACHE, ignoreVary: true })
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
  const answer = await Promise.race([fetch(request).catch(() => undefined), late])
  return answer?.ok ? answer : kept
}

/** What is named by its content never changes. */
async function file(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const cache = await caches.open(CACHE)
    await cache.put(request, answer.clone())
  }
  return answer
}
