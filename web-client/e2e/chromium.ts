import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

/** The browser of the tests: CHROMIUM_PATH, else the machine's own, else one that npm brings. */
export async function chromiumPath(): Promise<string> {
  return process.env.CHROMIUM_PATH || onPath('chromium') || onPath('chromium-browser') || (await fromNpm())
}

function onPath(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path))
}

async function fromNpm(): Promise<string> {
  const install = spawnSync(process.execPath, ['scripts/install.mjs', 'e2e'], { stdio: 'inherit' })
  if (install.status !== 0) throw new Error('There is no Chromium, and npm could not bring one')
  const require = createRequire(join(process.cwd(), 'e2e', 'package.json'))
  const chromium = require('@sparticuz/chromium') as { executablePath(): Promise<string> }
  return chromium.executablePath()
}
