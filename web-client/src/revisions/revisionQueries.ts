import { RevisionsDocument } from '@tidings/client'
import { api } from '../account/api.ts'

export interface Version {
  body: string
  at: string
}

/** Everything that a message has said, the oldest first; undefined when it is gone or hidden. */
export async function loadVersions(messageId: string): Promise<Version[] | undefined> {
  const { message } = await api.query(RevisionsDocument, { messageId })
  if (!message || message.body === null) return undefined
  const earlier = message.revisions.map(({ body, at }) => ({ body, at }))
  return [...earlier, { body: message.body, at: message.editedAt ?? message.createdAt }]
}
