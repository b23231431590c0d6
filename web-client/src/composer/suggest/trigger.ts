import { isInCode, isInCodeBlock } from '../blocks.ts'

export type TriggerKind = 'person' | 'channel' | 'emoji' | 'command' | 'codeLanguage'

/** The beginning of a name at the caret: its sign and what is written of it. */
export interface Trigger {
  kind: TriggerKind
  from: number
  to: number
  query: string
}

/** A sign within a word, an address or a path begins nothing; scripts that write without spaces are no words here. */
const NAME =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_./@#:+-])([@＠#:])([\p{L}\p{M}\p{N}_+'.-]*)$/u
const COMMAND = /^\/(\p{L}*)$/u
const LANGUAGE = /^\s*(?:`{3,}|~{3,})([\w+#-]*)$/
const KINDS = { '@': 'person', '＠': 'person', '#': 'channel', ':': 'emoji' } as const
/** Shorter ones are mostly faces, such as `:)` and `:D`. */
const SHORTEST_EMOJI = 2

/** @returns what may be completed at the caret; undefined for nothing */
export function triggerAt(text: string, caret: number): Trigger | undefined {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret)
  const language = LANGUAGE.exec(line)?.[1]
  if (language !== undefined && isInCodeBlock(text, caret)) {
    return { kind: 'codeLanguage', from: caret - language.length, to: caret, query: language }
  }
  if (isInCode(text, caret)) return undefined
  const command = COMMAND.exec(text.slice(0, caret))?.[1]
  if (command !== undefined) return { kind: 'command', from: 0, to: caret, query: command }
  const [, sign, query = ''] = NAME.exec(line) ?? []
  if (sign === undefined) return undefined
  const kind = KINDS[sign as keyof typeof KINDS]
  if (kind === 'emoji' && query.length < SHORTEST_EMOJI) return undefined
  return { kind, from: caret - query.length - 1, to: caret, query }
}
