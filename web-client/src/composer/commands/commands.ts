import type { Channel } from '../../channels/channelsStore.ts'
import { may } from '../../channels/permissions.ts'

export type CommandName = 'topic' | 'leave' | 'archive' | 'shrug'

/** The commands that one may use in a channel; each really does something here. */
export function commandsFor(channel: Channel): CommandName[] {
  const allowed: Record<CommandName, boolean> = {
    topic: may('DESCRIBE', channel),
    leave: may('LEAVE', channel),
    archive: may('ARCHIVE', channel),
    shrug: true,
  }
  return (Object.keys(allowed) as CommandName[]).filter((name) => allowed[name])
}

/** @returns the command that a text is, and what follows its name; undefined for a text that is just a text, like a path */
export function commandIn(text: string, channel: Channel): { name: CommandName; rest: string } | undefined {
  const [, word, rest = ''] = /^\/([a-z]+)(?:\s+([\s\S]*))?$/.exec(text) ?? []
  const name = commandsFor(channel).find((known) => known === word)
  const takesText = name === 'topic' || name === 'shrug'
  return name === undefined || (!takesText && rest.trim() !== '') ? undefined : { name, rest: rest.trim() }
}

export const SHRUG = '¯\\_(ツ)_/¯'
