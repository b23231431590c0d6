import type { TFunction } from 'i18next'
import { SquareSlash } from 'lucide-react'
import type { Channel } from '../../channels/channelsStore.ts'
import { ranked } from '../suggest/rank.ts'
import type { Suggestion } from '../suggest/suggestion.ts'
import { commandsFor } from './commands.ts'

export function suggestCommands(query: string, channel: Channel, t: TFunction): Suggestion[] {
  return ranked(commandsFor(channel), query, (name) => [name]).map((name) => ({
    key: name,
    insert: `/${name} `,
    label: `/${name}`,
    detail: t(`commands.${name}`),
    picture: { icon: SquareSlash },
  }))
}
