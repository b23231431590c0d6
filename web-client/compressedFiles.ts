import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipAsync } from '@gfx/zopfli'
import type { Plugin } from 'vite'

const TEXT = /\.(?:js|css|html|svg|json)$/
/** One more makes the files a thousandth smaller. */
const ITERATIONS = 1
/** As for nginx, which compresses nothing smaller itself. */
const SMALLEST_BYTES = 1024

/** Writes FILE.gz beside every file of text, smaller than nginx could compress it on the way: it sends these. */
export function compressedFiles(): Plugin {
  return {
    name: 'compressed-files',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((name) => TEXT.test(name))) {
        const content = await readFile(join(dir, name))
        if (content.byteLength < SMALLEST_BYTES) continue
        await writeFile(join(dir, `${name}.gz`), await gzipAsync(content, { numiterations: ITERATIONS }))
      }
    },
  }
}
