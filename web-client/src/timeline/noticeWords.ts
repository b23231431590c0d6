import type { ParseKeys } from 'i18next'
import type { Notice } from './notice.ts'

/** A text of the language files, and what stands in its gaps. */
export interface Words {
  key: ParseKeys
  values: Record<string, string | number>
}

/** Whoever comes after so many is only counted. */
const MOST_NAMED = 4

/** What to say about facts that share a line. */
export function wordsOf(
  notices: readonly Notice[],
  nameOf: (accountId: string) => string,
  language: string,
): Words {
  const last = notices.at(-1)
  if (!last) throw new Error('There is nothing to say')
  const name = last.actorId === null ? '' : isolated(nameOf(last.actorId))
  const members = () => listOf(notices, nameOf, language)
  const say = (key: ParseKeys, values: Words['values'] = {}): Words => ({ key, values: { name, ...values } })
  const { fact } = last
  switch (fact.event) {
    case 'MemberJoined':
      return say('notice.added', { members: members() })
    case 'MemberLeft':
      return say('notice.removed', { members: members() })
    case 'MemberBanned':
      return say('notice.banned', { members: members() })
    case 'MemberUnbanned':
      return say('notice.unbanned', { members: members() })
    case 'RoleChanged':
      return say(`notice.role.${fact.data.role}`, { members: members() })
    case 'ChannelRenamed':
      return say('notice.renamed', { value: isolated(fact.data.name) })
    case 'TopicChanged':
      return fact.data.topic === null
        ? say('notice.topicRemoved')
        : say('notice.topic', { value: isolated(fact.data.topic) })
    case 'DescriptionChanged':
      return fact.data.description === null
        ? say('notice.descriptionRemoved')
        : say('notice.description', { value: isolated(fact.data.description) })
    case 'ChannelArchived':
      return say('notice.archived')
    case 'ChannelUnarchived':
      return say('notice.unarchived')
    case 'SlowModeSet':
      return fact.data.seconds === 0
        ? say('notice.slowModeOff')
        : say('notice.slowMode', { count: fact.data.seconds })
    case 'AnnouncementModeSet':
      return say(fact.data.on ? 'notice.announcementOn' : 'notice.announcementOff')
    case 'GuestsReadOnlySet':
      return say(fact.data.on ? 'notice.guestsReadOnlyOn' : 'notice.guestsReadOnlyOff')
    case 'MessagePinned':
      return say('notice.pinned')
  }
}

function listOf(notices: readonly Notice[], nameOf: (accountId: string) => string, language: string): string {
  const ids = notices.map(({ fact }) => ('memberId' in fact.data ? fact.data.memberId : undefined))
  const names = ids.filter((id) => id !== undefined).map((id) => isolated(nameOf(id)))
  const shown = names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED - 1), more(names)] : names
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(shown)
}

function more(names: readonly string[]): string {
  return `+${names.length - MOST_NAMED + 1}`
}

/** A name may run in another direction than the sentence around it (Unicode: FIRST STRONG ISOLATE). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
