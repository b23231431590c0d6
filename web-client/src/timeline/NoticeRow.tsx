import {
  Archive,
  Ban,
  Info,
  type LucideIcon,
  Megaphone,
  PencilLine,
  Pin,
  ShieldCheck,
  Timer,
  UserMinus,
  UserPlus,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { places } from '../app/places.ts'
import { usePeople } from '../people/peopleStore.ts'
import type { Notice } from './notice.ts'
import { type Words, wordsOf } from './noticeWords.ts'
import { fullTime, shortTime } from './times.ts'

const ICONS: Readonly<Record<Notice['fact']['event'], LucideIcon>> = {
  MemberJoined: UserPlus,
  MemberLeft: UserMinus,
  MemberBanned: Ban,
  MemberUnbanned: UserPlus,
  RoleChanged: ShieldCheck,
  ChannelRenamed: PencilLine,
  TopicChanged: Info,
  DescriptionChanged: Info,
  ChannelArchived: Archive,
  ChannelUnarchived: Archive,
  SlowModeSet: Timer,
  AnnouncementModeSet: Megaphone,
  GuestsReadOnlySet: Megaphone,
  MessagePinned: Pin,
}

/** One line about what happened to the channel; several facts in one go share it. */
export function NoticeRow({ channelId, notices }: { channelId: string; notices: readonly Notice[] }) {
  const { t, i18n } = useTranslation()
  const [, go] = useLocation()
  const people = usePeople((state) => state.byId)
  const last = notices.at(-1)
  if (!last) return null
  const Icon = ICONS[last.fact.event]
  const at = Date.parse(last.at)
  const words: Words = wordsOf(notices, (id) => people[id]?.displayName ?? t('people.unknown'), i18n.language)
  const { fact } = last
  return (
    <div className="flex items-start gap-3 px-5 py-1 text-sm text-soft">
      <span className="flex w-9 shrink-0 justify-center pt-0.5">
        <Icon size={15} aria-hidden="true" />
      </span>
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {t(words.key, words.values)}{' '}
        {fact.event === 'MessagePinned' && (
          <button
            type="button"
            className="rounded font-semibold text-accent underline-offset-2 hover:underline"
            onClick={() => go(places.message(channelId, fact.data.messageId))}
          >
            {t('notice.showPinned')}
          </button>
        )}{' '}
        <time dateTime={last.at} title={fullTime(at, i18n.language)} className="text-xs tabular-nums">
          {shortTime(at, i18n.language)}
        </time>
      </p>
    </div>
  )
}
