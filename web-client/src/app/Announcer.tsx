import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../people/peopleStore.ts'
import { useTimeline } from '../timeline/timelineStore.ts'
import { useChat } from './ChatContext.tsx'

/** The one live region: reads out what others write in the open channel. */
export function Announcer({ channelId }: { channelId: string | undefined }) {
  const { t } = useTranslation()
  const { accountId } = useChat()
  const last = useTimeline(channelId ?? '').window?.messages.at(-1)
  const [text, setText] = useState('')
  const seen = useRef<{ channelId: string | undefined; seq: number }>({ channelId, seq: Infinity })

  useEffect(() => {
    if (!last) return
    const isNews = seen.current.channelId === channelId && last.seq > seen.current.seq
    seen.current = { channelId, seq: last.seq }
    if (!isNews || last.authorId === accountId || last.body === null) return
    const name = usePeople.getState().byId[last.authorId]?.displayName ?? t('people.unknown')
    setText(t('announce.message', { name, body: last.body }))
  }, [last, channelId, accountId, t])

  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}
