import { Code } from 'lucide-react'
import { ranked } from './rank.ts'
import type { Suggestion } from './suggestion.ts'

/** By what one writes after the fence, and by what it is called. */
const LANGUAGES: readonly (readonly [id: string, name: string])[] = [
  ['bash', 'Shell'],
  ['c', 'C'],
  ['cpp', 'C++'],
  ['csharp', 'C#'],
  ['css', 'CSS'],
  ['diff', 'Diff'],
  ['go', 'Go'],
  ['graphql', 'GraphQL'],
  ['html', 'HTML'],
  ['java', 'Java'],
  ['javascript', 'JavaScript'],
  ['json', 'JSON'],
  ['kotlin', 'Kotlin'],
  ['markdown', 'Markdown'],
  ['php', 'PHP'],
  ['python', 'Python'],
  ['ruby', 'Ruby'],
  ['rust', 'Rust'],
  ['sql', 'SQL'],
  ['swift', 'Swift'],
  ['typescript', 'TypeScript'],
  ['xml', 'XML'],
  ['yaml', 'YAML'],
]

export function suggestLanguages(query: string): Suggestion[] {
  return ranked(LANGUAGES, query, ([id, name]) => [id, name]).map(([id, name]) => ({
    key: id,
    insert: id,
    label: name,
    detail: id,
    picture: { icon: Code },
  }))
}
