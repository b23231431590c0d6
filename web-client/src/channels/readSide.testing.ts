import { ChannelDocument, ChannelsDocument, type MinSeq, Problem } from '@tidings/client'
import { vi } from 'vitest'
import { api } from '../account/api.ts'
import type { Channel } from './channelsStore.ts'

/** A question to the read side that is answered when the test says so. */
export interface Question {
  /** Undefined for the list of all channels. */
  channelId: string | undefined
  minSeq: number
  answer(channel: Channel | null): Promise<void>
  refuse(code: string): Promise<void>
}

/** Lets what was answered go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}

/** Stands in for the read side. @returns what it is asked, in order */
export function readSide(): Question[] {
  const asked: Question[] = []
  vi.spyOn(api, 'query').mockImplementation((document, variables, minSeq?: MinSeq) => {
    const isList = String(document) === String(ChannelsDocument)
    if (!isList && String(document) !== String(ChannelDocument)) throw new Error(`asked for ${document}`)
    return new Promise((resolve, reject) => {
      const then = (settled: () => void) => {
        settled()
        return settle()
      }
      asked.push({
        channelId: isList ? undefined : (variables as { id: string }).id,
        minSeq: minSeq?.seq ?? -1,
        answer: (channel) => then(() => resolve((isList ? listOf(channel) : { channel }) as never)),
        refuse: (code) => then(() => reject(new Problem(200, code, code))),
      })
    })
  })
  return asked
}

function listOf(channel: Channel | null) {
  const edges = channel ? [{ node: channel }] : []
  return { channels: { pageInfo: { hasNextPage: false, endCursor: null }, edges } }
}

export function channelOf(id: string, seq: number, more: Partial<Channel> = {}): Channel {
  return {
    id,
    name: id,
    topic: null,
    visibility: 'PUBLIC',
    archived: false,
    announcement: false,
    slowModeSeconds: 0,
    guestsReadOnly: false,
    myRole: 'MEMBER',
    seq,
    memberCount: 2,
    unreadCount: 0,
    readSeq: -1,
    ...more,
  }
}
