import { CornerUpRight, Forward } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { places } from '../app/places.ts'
import { usePerson } from '../people/peopleStore.ts'
import type { Forwarded, Message, Quote } from './message.ts'

/** What stands over a message: what it answers, or whose words it forwards. */
export function AboveMessage({ message, channelId }: { message: Message; channelId: string }) {
  return (
    <>
      {message.replyTo && <QuoteLine quote={message.replyTo} channelId={channelId} />}
      {message.forwardedFrom && message.body !== null && <ForwardedLine forwarded={message.forwardedFrom} />}
    </>
  )
}

const LINE = 'mb-0.5 ms-12 flex max-w-[calc(100%-3rem)] items-center gap-1.5 text-[13px] text-soft'

function QuoteLine({ quote, channelId }: { quote: Quote; channelId: string }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const author = usePerson(quote.authorId ?? '')
  return (
    <button
      type="button"
      onClick={() => go(places.message(channelId, quote.id))}
      className={`${LINE} rounded text-start hover:text-ink`}
    >
      <CornerUpRight size={13} aria-hidden="true" className="shrink-0" />
      <span className="sr-only">{t('timeline.inReplyTo')}</span>
      <span className="shrink-0 font-semibold">{author?.displayName}</span>
      <span className="truncate">{quote.body ?? t('timeline.anotherMessage')}</span>
    </button>
  )
}

function ForwardedLine({ forwarded: { authorId, original } }: { forwarded: Forwarded }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const author = usePerson(authorId)
  return (
    <p className={LINE}>
      <Forward size={13} aria-hidden="true" className="shrink-0" />
      <span className="truncate">
        {t('timeline.forwarded', { name: author?.displayName ?? t('people.unknown') })}
      </span>
      {original && (
        <button
          type="button"
          className="shrink-0 rounded font-semibold text-accent underline-offset-2 hover:underline"
          onClick={() => go(places.message(original.channelId, original.messageId))}
        >
          {t('timeline.showOriginal')}
        </button>
      )}
    </p>
  )
}
