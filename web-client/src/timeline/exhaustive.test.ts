import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const WEB_CLIENT = join(import.meta.dirname, '../..')
const PACKAGE = join(WEB_CLIENT, 'packages/client')
const LAST_EVENT =
  "{ event: { const: MessageUnpinned }, data: { $ref: '#/components/schemas/MessageUnpinned' } }"
const NEW_EVENT = "{ event: { const: PollOpened }, data: { $ref: '#/components/schemas/MessageUnpinned' } }"

/** What the compiler says of the web client when docs/asyncapi.yaml is another one. */
describe('a type of event that the documents name', () => {
  let folder: string

  beforeEach(() => {
    mkdirSync(join(WEB_CLIENT, 'target'), { recursive: true })
    folder = mkdtempSync(join(WEB_CLIENT, 'target', 'exhaustive-'))
    cpSync(join(PACKAGE, 'src'), join(folder, 'client'), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function run(...command: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
    return { status, output: `${stdout}${stderr}` }
  }

  function compiled(document: string) {
    writeFileSync(join(folder, 'asyncapi.yaml'), document)
    const generated = run(
      join(PACKAGE, 'codegen/generate.mjs'),
      ...['--socket', join(folder, 'asyncapi.yaml'), '--into', join(folder, 'client/generated')],
    )
    expect(generated).toMatchObject({ status: 0 })
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(WEB_CLIENT, 'tsconfig.json'),
        compilerOptions: { paths: { '@tidings/client': [join(folder, 'client/index.ts')] } },
        include: ['client/index.ts', join(WEB_CLIENT, 'src/app/main.tsx'), join(WEB_CLIENT, 'src/**/*.d.ts')],
      }),
    )
    return run(join(WEB_CLIENT, 'node_modules/typescript/bin/tsc'), '--noEmit', '--pretty', 'false')
  }

  it('does not compile until everybody says what to do with it', () => {
    const document = readFileSync(join(WEB_CLIENT, '../docs/asyncapi.yaml'), 'utf8')
    expect(compiled(document)).toEqual({ status: 0, output: '' })

    const { status, output } = compiled(
      document.replace(`          - properties: ${LAST_EVENT}`, `$&\n          - properties: ${NEW_EVENT}`),
    )
    expect(status).not.toBe(0)
    const places = [...output.matchAll(/(\w+)\.tsx?\(\d+,\d+\): error/g)].map((match) => match[1])
    expect(new Set(places)).toEqual(new Set(['applyEvent', 'channelChanges', 'notice']))
  }, 600_000)
})
