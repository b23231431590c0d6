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

export interface HitPage {
  hits: Hit[]
  /** Where to go on; null at the end. */
  more: string | null
}

/** The server bounds the work of one call, so a page may be empty and still have a next one. */
const MOST_EMPTY_PAGES = 10

export async function searchMessages(text: string, after: string | null): Promise<HitPage> {
  let page = await searchOnce(text, after)
  for (let empty = 1; page.hits.length === 0 && page.more !== null && empty < MOST_EMPTY_PAGES; empty++) {
    page = await searchOnce(text, page.more)
  }
  return page
}

async function searchOnce(text: string, after: string | null): Promise<HitPage> {
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
