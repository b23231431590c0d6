import { readFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'
import { parse } from 'yaml'

const OPTIONS = {
  additionalProperties: false,
  unreachableDefinitions: true,
  ignoreMinAndMaxItems: true,
  bannerComment: '',
}

/** The frames of docs/asyncapi.yaml and what each type of event carries. */
export async function socketTypes(file) {
  const document = parse(await readFile(file, 'utf8'))
  const frames = (operation) =>
    document.operations[operation].messages.map(({ $ref }) => $ref.split('/').at(-1))
  const fromClient = frames('receiveFromClient')
  const fromServer = frames('sendToClient').filter((name) => name !== 'event')
  const events = document.components.messages.event.payload.oneOf.map(({ properties }) => properties)
  const definitions = {
    ...Object.fromEntries(
      [...fromClient, ...fromServer].map((name) => [
        frameName(name),
        {
          description: document.components.messages[name].summary.trim(),
          ...inlined(document, document.components.messages[name].payload),
        },
      ]),
    ),
    ...Object.fromEntries(events.map(({ event, data }) => [event.const, inlined(document, data)])),
  }
  const names = events.map(({ event }) => event.const)
  const text = await compile({ title: 'Frames', type: 'object', definitions }, 'Frames', OPTIONS)
  return `${text.replace('export interface Frames {}\n', '').replaceAll(/ \*\n \* This interface was referenced[^/]+?\n \*\//g, ' */')}
export type ClientFrame = ${fromClient.map(frameName).join(' | ')}

/** All but \`event\`, whose data depend on its type. */
export type ServerFrameExceptEvent = ${fromServer.map(frameName).join(' | ')}

/** What an event carries, by its type. */
export interface EventData {
${names.map((name) => `  ${name}: ${name}`).join('\n')}
}

export const EVENT_TYPES: readonly (keyof EventData)[] = ${JSON.stringify(names)}
`
}

function frameName(message) {
  return `${message[0].toUpperCase()}${message.slice(1)}Frame`
}

/** With everything that is referred to in its place, so that each type stands for itself. */
function inlined(document, node) {
  if (Array.isArray(node)) return node.map((item) => inlined(document, item))
  if (node === null || typeof node !== 'object') return node
  const { $ref, ...rest } = node
  const target = $ref
    ?.slice('#/'.length)
    .split('/')
    .reduce((found, key) => found[key], document)
  return {
    ...(target && inlined(document, target)),
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inlined(document, value)])),
  }
}
