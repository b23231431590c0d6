import { useMemo } from 'react'
import { usePeople } from '../people/peopleStore.ts'
import type { Mentions } from '../timeline/message.ts'
import type { MentionedNames } from './mentionsAndSpoilers.ts'

/** The names under which a body mentions people, as far as they are known. */
export function useMentionedNames(mentions: Mentions | null | undefined): MentionedNames | undefined {
  // one text, so that only a change of these names shows the message anew
  const known = usePeople((state) =>
    (mentions?.accountIds ?? []).map((id) => `${state.byId[id]?.username ?? ''}\t${id}`).join('\n'),
  )
  return useMemo(() => {
    if (!mentions) return undefined
    const names = new Map<string, string>()
    for (const line of known.split('\n')) {
      const [username, id] = line.split('\t')
      if (username && id) names.set(username.toLowerCase(), id)
    }
    if (mentions.channel) names.set('channel', '')
    if (mentions.here) names.set('here', '')
    return names
  }, [known, mentions])
}
