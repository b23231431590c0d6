// Installs the packages of a folder's lockfile, but only when they are not the ones that are there already:
//   node scripts/install.mjs [FOLDER]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const OLDEST_NODE = [20, 19]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(
    `web-client: Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${process.versions.node}`,
  )
  process.exit(1)
}

const folder = resolve(process.argv[2] ?? '.')
const wanted = createHash('sha256')
  .update(readFileSync(join(folder, 'package-lock.json')))
  .digest('hex')
const stamp = join(folder, 'node_modules', '.installed-lock.sha256')
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  process.exit(0)
}
const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
  cwd: folder,
  stdio: 'inherit',
})
if (npm.status !== 0) {
  console.error(`web-client: npm ci failed in ${folder}${npm.error ? `: ${npm.error.message}` : ''}`)
  process.exit(1)
}
writeFileSync(stamp, wanted)
