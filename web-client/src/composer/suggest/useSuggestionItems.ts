import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../account/accountStore.ts'
import { useChannel, useChannels } from '../../channels/channelsStore.ts'
import { usePeople } from '../../people/peopleStore.ts'
import { useTimelines } from '../../timeline/timelineStore.ts'
import { suggestCommands } from '../commands/suggestCommands.ts'
import { suggestChannels } from './channelSuggestions.ts'
import { suggestLanguages } from './codeLanguages.ts'
import { suggestEmoji, useNamedEmoji } from './emojiSuggestions.ts'
import { needMembers, useMembers } from './membersStore.ts'
import { lastSpeakers, suggestPeople } from './peopleSuggestions.ts'
import type { Suggestion } from './suggestion.ts'
import type { Trigger } from './trigger.ts'

const NONE: readonly Suggestion[] = []

/** What there is to choose from for what is typed. Without anything to complete it listens to no store. */
export function useSuggestionItems(trigger: Trigger | undefined, channelId: string): readonly Suggestion[] {
  const { t } = useTranslation()
  const kind = trigger?.kind
  const query = trigger?.query ?? ''
  const channel = useChannel(channelId)
  const speakers = useTimelines((state) =>
    kind === 'person' ? state.byChannel[channelId]?.window?.messages : undefined,
  )
  const memberIds = useMembers((state) => (kind === 'person' ? state.idsByChannel[channelId] : undefined))
  const people = usePeople((state) => (kind === 'person' ? state.byId : undefined))
  const channels = useChannels((state) => (kind === 'channel' ? state.byId : undefined))
  const joinedIds = useChannels((state) => state.joinedIds)
  const selfId = useAccount((state) => state.credentials?.accountId)
  const emoji = useNamedEmoji(kind === 'emoji')

  useEffect(() => {
    if (kind === 'person') void needMembers(channelId)
  }, [kind, channelId])

  return useMemo(() => {
    switch (kind) {
      case 'person': {
        const ids = new Set([...lastSpeakers(speakers ?? []), ...(memberIds ?? [])])
        const others = [...ids].flatMap((id) => (id === selfId ? [] : (people?.[id] ?? [])))
        return suggestPeople(query, others, channel, t)
      }
      case 'channel':
        return suggestChannels(query, Object.values(channels ?? {}), joinedIds)
      case 'emoji':
        return emoji ? suggestEmoji(query, emoji) : NONE
      case 'command':
        return channel ? suggestCommands(query, channel, t) : NONE
      case 'codeLanguage':
        return suggestLanguages(query)
      default:
        return NONE
    }
  }, [kind, query, speakers, memberIds, people, channel, channels, joinedIds, selfId, emoji, t])
}
