import { query } from '../graphql/query.ts'
import { metPeople, type Person } from '../people/peopleStore.ts'
import { matchesOf } from './snippet.ts'

export interface Hit {
  messageId: string
  channelId: string
  authorId: string
  createdAt: string
  body: string
  /** What of the body matched. */
  matches: readonly string[]
}

const SEARCH = `query Search($query: String!, $after: String) {
  search(query: $query, first: 20, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        highlights
        message { id body createdAt channel { id } author { id username displayName bot } }
      }
    }
  }
}`

export async function searchMessages(
  text: string,
  after: string | null,
): Promise<{ hits: Hit[]; more: string | null }> {
  const { search } = await query<{
    search: {
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      edges: {
        node: {
          highlights: string[]
          message: {
            id: string
            body: string | null
            createdAt: string
            channel: { id: string }
            author: Person
          }
        }
      }[]
    }
  }>(SEARCH, { query: text, after })
  const nodes = search.edges.map((edge) => edge.node)
  metPeople(nodes.map((node) => node.message.author))
  return {
    hits: nodes.map(({ message, highlights }) => ({
      messageId: message.id,
      channelId: message.channel.id,
      authorId: message.author.id,
      createdAt: message.createdAt,
      body: message.body ?? '',
      matches: matchesOf(highlights),
    })),
    more: search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null,
  }
}
