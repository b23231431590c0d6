import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const WORKER = 'src/offline/serviceWorker.js'
/** What few people need and is large is kept when it was used once. */
const LARGEST_BYTES = 300_000

/** Writes the service worker together with the list of the files that a page needs without a network. */
export function offlineFiles(): Plugin {
  let publicDir = ''
  return {
    name: 'offline-files',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir
    },
    generateBundle(_, bundle) {
      const hash = createHash('sha256')
      const files: string[] = []
      for (const [name, output] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
        const content = output.type === 'chunk' ? output.code : output.source
        hash.update(name).update(content)
        if (isKept(name, Buffer.byteLength(content))) files.push(`/${name}`)
      }
      for (const name of readdirSync(publicDir)) {
        hash.update(name).update(readFileSync(join(publicDir, name)))
        files.push(`/${name}`)
      }
      const worker = readFileSync(WORKER, 'utf8')
      hash.update(worker)
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: worker
          .replace('__VERSION__', hash.digest('hex').slice(0, 16))
          .replace('__FILES__', JSON.stringify(files)),
      })
    },
  }
}

/** Of the fonts the one for Latin letters; the others come with the first text that needs them. */
function isKept(name: string, bytes: number): boolean {
  if (name.endsWith('.map')) return false
  if (name.endsWith('.woff2')) return /inter-latin-wght-normal/.test(name)
  return bytes <= LARGEST_BYTES
}
