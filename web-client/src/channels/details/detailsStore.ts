import { ChannelDetailsDocument, type ChannelEvent } from '@tidings/client'
import { create } from 'zustand'
import { api } from '../../account/api.ts'

interface DetailsState {
  /** The channel that is looked at; one at a time. */
  channelId: string | undefined
  description: string | null
  /** Who opened it, and when; undefined until that is known. */
  opened: { by: string | null; at: string } | undefined
  state: 'loading' | 'ready' | 'failed'
}

const NOTHING: DetailsState = {
  channelId: undefined,
  description: null,
  opened: undefined,
  state: 'loading',
}

/** What is only known of the channel whose details are looked at. */
export const useDetails = create<DetailsState>(() => NOTHING)

/** The event that gave the description that is shown. */
let describedAt = -1

export async function openDetails(channelId: string): Promise<void> {
  describedAt = -1
  useDetails.setState({ ...NOTHING, channelId })
  const answer = await api.query(ChannelDetailsDocument, { id: channelId }).catch(() => undefined)
  if (useDetails.getState().channelId !== channelId) return
  const channel = answer?.channel
  if (!channel) {
    useDetails.setState({ state: 'failed' })
    return
  }
  const first = channel.events[0]
  useDetails.setState({
    opened: first && { by: first.actorId, at: first.at },
    ...(describedAt > channel.seq ? {} : { description: channel.description }),
    state: 'ready',
  })
}

export function closeDetails(): void {
  useDetails.setState(NOTHING)
}

export function applyToDetails(event: ChannelEvent): void {
  if (event.event !== 'DescriptionChanged' || event.channelId !== useDetails.getState().channelId) return
  describedAt = event.seq
  useDetails.setState({ description: event.data.description })
}
