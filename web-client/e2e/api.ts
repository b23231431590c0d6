import { type APIRequestContext, type APIResponse, expect } from '@playwright/test'

export const PASSWORD = 'correct horse battery'

let counter = 0

/** Names that no earlier run has used. */
export function fresh(prefix: string): string {
  return `${prefix}-${Date.now().toString(36)}${process.pid.toString(36)}${(counter++).toString(36)}`
}

/** A person who uses the REST interface, to set the scene. */
export class Caller {
  private constructor(
    private readonly request: APIRequestContext,
    readonly id: string,
    readonly username: string,
    private readonly token: string,
  ) {}

  static async register(request: APIRequestContext, username = fresh('caller')): Promise<Caller> {
    const account = await ok(() => request.post('/api/accounts', { data: { username, password: PASSWORD } }))
    const session = await ok(() => request.post('/api/sessions', { data: { username, password: PASSWORD } }))
    return new Caller(request, (await account.json()).id, username, (await session.json()).accessToken)
  }

  async openChannel(name = fresh('channel'), visibility = 'PUBLIC'): Promise<{ id: string; name: string }> {
    const answer = await this.post('/api/channels', { name, visibility })
    return { id: (await answer.json()).id, name }
  }

  async say(channelId: string, body: string): Promise<{ id: string; seq: number }> {
    const answer = await this.post(`/api/channels/${channelId}/messages`, {
      clientMessageId: fresh('message'),
      body,
    })
    return answer.json()
  }

  /** Any command of a channel, such as `PUT` of `archive`. */
  async act(
    method: 'PUT' | 'PATCH' | 'DELETE',
    channelId: string,
    path: string,
    data?: unknown,
  ): Promise<void> {
    const headers = { authorization: `Bearer ${this.token}` }
    const url = `/api/channels/${channelId}${path === '' ? '' : `/${path}`}`
    await ok(() => this.request.fetch(url, { method, headers, ...(data === undefined ? {} : { data }) }))
  }

  /** The id of a member, by the name. */
  async memberId(channelId: string, username: string): Promise<string> {
    const document = 'query($id: ID!) { channel(id: $id) { members { edges { node { id username } } } } }'
    let found: string | undefined
    await expect
      .poll(async () => {
        const answer = await this.post('/graphql', { query: document, variables: { id: channelId } })
        const { data } = await answer.json()
        const edges: { node: { id: string; username: string } }[] = data.channel?.members.edges ?? []
        found = edges.find(({ node }) => node.username === username)?.node.id
        return found
      })
      .toBeDefined()
    return found ?? ''
  }

  private post(path: string, data: unknown): Promise<APIResponse> {
    const headers = { authorization: `Bearer ${this.token}` }
    return ok(() => this.request.post(path, { data, headers }))
  }
}

/** Waits as long as the server asks for when it is busy. */
async function ok(call: () => Promise<APIResponse>): Promise<APIResponse> {
  let answer: APIResponse | undefined
  await expect
    .poll(
      async () => {
        answer = await call()
        return answer.ok() || ![429, 503].includes(answer.status())
      },
      { timeout: 30_000 },
    )
    .toBe(true)
  if (!answer?.ok()) throw new Error(`${answer?.url()}: ${answer?.status()} ${await answer?.text()}`)
  return answer
}
