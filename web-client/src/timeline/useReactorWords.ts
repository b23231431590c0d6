import { useTranslation } from 'react-i18next'
import { usePeople } from '../people/peopleStore.ts'
import type { Reaction } from './message.ts'

const NAMED = 5
/** A name has none of these in it. */
const BETWEEN = '\n'

/** "You, Ada and 3 others reacted with 👍". */
export function useReactorWords({ emoji, count, mine, by = [] }: Reaction, selfId: string): string {
  const { t, i18n } = useTranslation()
  const others = by.filter((id) => id !== selfId)
  // one text, so that only a change of these names shows the button anew
  const known = usePeople((state) => others.flatMap((id) => state.byId[id]?.displayName ?? []).join(BETWEEN))
  const names = [...(mine ? [t('reactions.you')] : []), ...known.split(BETWEEN).filter((name) => name !== '')]
  const shown = names.slice(0, NAMED)
  const more = count - shown.length
  if (more > 0) shown.push(t('reactions.others', { count: more }))
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(shown)
  return t('reactions.who', { names: list, emoji, count })
}
