import { SearchDocument } from '@tidings/client'
import { api } from '../account/api.ts'
import { rememberPeople } from '../people/peopleStore.ts'
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
  const { search } = await api.query(SearchDocument, { query: text, first: 20, after })
  const nodes = search.edges.map((edge) => edge.node)
  rememberPeople(nodes.map((node) => node.message.author))
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
