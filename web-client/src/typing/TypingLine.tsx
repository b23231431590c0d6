import { useTranslation } from 'react-i18next'
import { usePeople } from '../people/peopleStore.ts'
import { useTyping } from './typingStore.ts'

const NOBODY: readonly string[] = []
const MOST_NAMED = 2

/** Takes its room always, so that nothing moves when somebody begins to type. */
export function TypingLine({ channelId }: { channelId: string }) {
  const { t } = useTranslation()
  const ids = useTyping((state) => state.byChannel[channelId] ?? NOBODY)
  const people = usePeople((state) => state.byId)
  const names = ids.map((id) => people[id]?.displayName).filter((name) => name !== undefined)
  const text =
    names.length === 0
      ? ''
      : names.length > MOST_NAMED
        ? t('typing.several')
        : t('typing.named', { count: names.length, names: names.join(` ${t('typing.and')} `) })
  return <div className="h-6 truncate px-5 text-xs leading-5 text-soft">{text}</div>
}
