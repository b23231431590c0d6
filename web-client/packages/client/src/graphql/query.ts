import type { ApiClient } from '../account/apiClient.ts'
import { Problem } from '../rest/problem.ts'
import type { TypedDocument } from './typedDocument.ts'

interface Answer<Result> {
  data?: Result | null
  errors?: { message: string; extensions?: { code?: string; classification?: string } }[]
}

/** Read your writes: the answer must know at least this much of this channel. */
export interface MinSeq {
  channelId: string
  seq: number
}

/** Each attempt waits up to two seconds on the server. */
const MAX_ATTEMPTS = 3

/** @throws Problem when there is an error in the answer, however partial; `STALE` when `minSeq` is not reached in time */
export async function executeQuery<Result, Variables>(
  api: Pick<ApiClient, 'request'>,
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  minSeq?: MinSeq,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await executeOnce(api, document, variables, minSeq)
    } catch (error) {
      if (!isStale(error) || attempt === MAX_ATTEMPTS) throw error
    }
  }
}

export function isStale(error: unknown): boolean {
  return error instanceof Problem && error.code === 'STALE'
}

async function executeOnce<Result, Variables>(
  api: Pick<ApiClient, 'request'>,
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  minSeq: MinSeq | undefined,
): Promise<Result> {
  const answer = await api.request<Answer<Result>>({
    method: 'POST',
    path: '/graphql',
    body: { query: document, variables },
    headers:
      minSeq === undefined || minSeq.seq < 0 ? {} : { 'x-min-seq': `${minSeq.channelId}=${minSeq.seq}` },
  })
  const error = answer.errors?.[0]
  if (error || !answer.data) {
    const code = error?.extensions?.code ?? error?.extensions?.classification ?? 'FAILED'
    throw new Problem(200, code, error?.message ?? 'The server gave no answer')
  }
  return answer.data
}
