import type { Rolldown } from 'vite'

const ENTRY = /\/src\/app\/main\.tsx$/
const CHAT = /\/src\/app\/ChatPage\.tsx$/

/**
 * Puts what the first screen needs into two files, one for the way in and one for the chat. Left to themselves these
 * modules come in sixty, by who else uses each of them, and small files compress badly.
 */
export function firstScreen(): Rolldown.Plugin & { groupOf: Rolldown.CodeSplittingNameFunction } {
  const groups = new Map<string, string>()
  return {
    name: 'first-screen',
    buildEnd() {
      const ids = [...this.getModuleIds()]
      const collect = (id: string, group: string) => {
        if (groups.has(id)) return
        groups.set(id, group)
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) collect(imported, group)
      }
      for (const id of ids.filter((id) => ENTRY.test(id))) collect(id, 'entry')
      for (const id of ids.filter((id) => CHAT.test(id))) collect(id, 'chat')
    },
    groupOf: (id) => groups.get(id) ?? null,
  }
}
