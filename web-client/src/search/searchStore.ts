import { Problem } from '@tidings/client'
import { create } from 'zustand'
import { openPane } from '../pane/paneStore.ts'
import { type Hit, searchMessages } from './searchQueries.ts'

interface SearchState {
  text: string
  /** What the shown hits were found with. */
  asked: string
  hits: readonly Hit[]
  more: string | null
  state: 'idle' | 'searching' | 'done' | 'failed'
  problem: string | undefined
}

const NOTHING_ASKED = {
  asked: '',
  hits: [],
  more: null,
  state: 'idle',
  problem: undefined,
} as const

export const useSearch = create<SearchState>(() => ({ text: '', ...NOTHING_ASKED }))

export function openSearch(): void {
  openPane(null, { kind: 'search' })
}

/** Answers may come in another order than they were asked for; only the last question counts. */
let question = 0

export async function search(text: string): Promise<void> {
  const asked = text.trim()
  const current = ++question
  if (asked === '') {
    useSearch.setState(NOTHING_ASKED)
    return
  }
  useSearch.setState({ state: 'searching', problem: undefined })
  try {
    const { hits, more } = await searchMessages(asked, null)
    if (current === question) useSearch.setState({ asked, hits, more, state: 'done' })
  } catch (error) {
    if (current === question) failed(error)
  }
}

export async function searchMore(): Promise<void> {
  const { asked, hits, more, state } = useSearch.getState()
  if (more === null || state === 'searching') return
  const current = ++question
  useSearch.setState({ state: 'searching' })
  try {
    const page = await searchMessages(asked, more)
    if (current === question) {
      useSearch.setState({ hits: [...hits, ...page.hits], more: page.more, state: 'done' })
    }
  } catch (error) {
    if (current === question) failed(error)
  }
}

function failed(error: unknown): void {
  const isAnswer = error instanceof Problem && error.status === 200
  useSearch.setState({ state: 'failed', problem: isAnswer ? error.message : undefined })
}
