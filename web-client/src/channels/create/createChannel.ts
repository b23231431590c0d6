import type { TFunction } from 'i18next'
import { toast } from '../../appearance/toast.ts'
import type { Person } from '../../people/peopleStore.ts'
import { changeSettings, openChannel } from '../channelCommands.ts'
import { askForMembership } from '../channelsStore.ts'
import { fetchChannel } from '../channelUpdates.ts'
import { settingsProblem } from '../details/settingsProblem.ts'

/** The first event of a channel, and the second, which makes its opener a member. */
const OPENER_JOINED_SEQ = 1

export interface NewChannel {
  name: string
  topic: string
  description: string
  visibility: 'PUBLIC' | 'PRIVATE'
  people: readonly Person[]
}

/**
 * Opens the channel with all who are taken along. Its description is a change of its own: when that is refused the
 * channel is there all the same, and one is told.
 *
 * @returns the channel's id @throws Problem, with code CONFLICT when the name is taken
 */
export async function createChannel(channel: NewChannel, t: TFunction): Promise<string> {
  const { name, visibility, people } = channel
  const topic = channel.topic.trim()
  const description = channel.description.trim()
  const id = await openChannel({
    name,
    visibility,
    ...(topic === '' ? {} : { topic }),
    ...(people.length === 0 ? {} : { memberIds: people.map((person) => person.id) }),
  })
  const joined = askForMembership(id)
  if (description !== '') {
    await changeSettings(id, { description }).catch((error) =>
      toast(t('create.noDescription', { reason: settingsProblem(error, 'description', t) }), {
        kind: 'danger',
      }),
    )
  }
  await fetchChannel(id, OPENER_JOINED_SEQ + people.length)
  joined(true)
  return id
}
