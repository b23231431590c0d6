import type { Rolldown } from 'vite'

const MAIN = /\/src\/app\/main\.tsx$/
const CHAT = /\/src\/app\/ChatPage\.tsx$/
const WAY_IN = /\/src\/account\/EntryPage\.tsx$/

/**
 * Puts what the first screens need into three files: one for both of them, one for the chat, and one for what the chat
 * has in common with the way in. Left to themselves these modules come in sixty, by who else uses each of them, and
 * small files compress badly.
 */
export function firstScreen(): Rolldown.Plugin & { groupOf: Rolldown.CodeSplittingNameFunction } {
  let always = new Set<string>()
  let chat = always
  let wayIn = always
  return {
    name: 'first-screen',
    buildEnd() {
      const ids = [...this.getModuleIds()]
      const needed = (page: RegExp) => {
        const found = new Set<string>()
        const waiting = ids.filter((id) => page.test(id))
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
          if (found.has(id)) continue
          found.add(id)
          waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
        }
        return found
      }
      always = needed(MAIN)
      chat = needed(CHAT)
      wayIn = needed(WAY_IN)
    },
    groupOf(id) {
      if (always.has(id)) return 'entry'
      if (!chat.has(id)) return null
      return wayIn.has(id) ? 'server' : 'chat'
    },
  }
}
