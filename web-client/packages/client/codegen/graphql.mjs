import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as operations from '@graphql-codegen/typescript-operations'
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql'

const CONFIG = {
  onlyOperationTypes: true,
  enumsAsTypes: true,
  skipTypename: true,
  avoidOptionals: { field: true },
  scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
}

/** The results and variables of every query in the folder's .graphql files, and each query as a typed text. */
export async function graphqlTypes(schemaFile, folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort()
  const documents = await Promise.all(
    names.map(async (name) => ({
      location: name,
      document: parse(await readFile(join(folder, name), 'utf8')),
    })),
  )
  return codegen({
    filename: 'graphql.ts',
    schema: parse(await readFile(schemaFile, 'utf8')),
    documents,
    config: CONFIG,
    plugins: [{ typescript: {} }, { operations: {} }, { texts: {} }],
    pluginMap: { typescript, operations, texts: { plugin: texts } },
  })
}

/** Texts without what a server ignores: they are part of the first screen's JavaScript. */
function texts(_schema, documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions)
  const queries = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  return {
    prepend: ["import type { TypedDocument } from '../graphql/typedDocument.ts'"],
    content: queries
      .map((query) => {
        const text = [query, ...fragmentsOf(query, definitions)].map(print).join('\n')
        const name = query.name.value
        const type = `TypedDocument<${name}Query, ${name}QueryVariables>`
        return `export const ${name}Document = ${JSON.stringify(stripIgnoredCharacters(text))} as ${type}`
      })
      .join('\n'),
  }
}

function fragmentsOf(node, definitions, found = new Set()) {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = definitions.find(
        (candidate) => candidate.kind === Kind.FRAGMENT_DEFINITION && candidate.name.value === name.value,
      )
      if (!fragment || found.has(fragment)) return
      found.add(fragment)
      fragmentsOf(fragment, definitions, found)
    },
  })
  return found
}
