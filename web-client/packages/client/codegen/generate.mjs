// Writes src/generated/ from the documents of the public interfaces:
//   node codegen/generate.mjs [--socket FILE] [--into FOLDER]
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { graphqlTypes } from './graphql.mjs'
import { restTypes } from './rest.mjs'
import { socketTypes } from './socket.mjs'

const ROOT = join(import.meta.dirname, '../../../..')
const { values } = parseArgs({
  options: {
    socket: { type: 'string', default: join(ROOT, 'docs/asyncapi.yaml') },
    into: { type: 'string', default: join(import.meta.dirname, '../src/generated') },
  },
})

const files = {
  'socket.ts': socketTypes(values.socket),
  'rest.ts': restTypes(join(ROOT, 'docs/openapi.yaml')),
  'graphql.ts': graphqlTypes(
    join(ROOT, 'query-side/src/main/resources/graphql/schema.graphqls'),
    join(import.meta.dirname, '../src/graphql'),
  ),
}

await mkdir(values.into, { recursive: true })
for (const [name, text] of Object.entries(files)) {
  await writeFile(join(values.into, name), `// Generated: do not edit.\n${await text}`)
}
