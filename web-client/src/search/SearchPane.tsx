import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChannel } from '../channels/channelsStore.ts'
import { usePaneControls } from '../pane/PaneContext.ts'
import { SearchHit } from './SearchHit.tsx'
import { search, searchMore, useSearch } from './searchStore.ts'

const ASK_AFTER_MS = 300
const OPERATORS = ['from:', 'in:', 'before:', 'after:', 'has:link', 'has:thread'] as const

/** Finds messages in every channel that one may read. */
export function SearchPane({ channelId }: { channelId: string | undefined }) {
  const { t } = useTranslation()
  const { text, asked, hits, more, state, problem } = useSearch()
  const channel = useChannel(channelId ?? '')
  const { close } = usePaneControls()
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    const timer = setTimeout(() => void search(text), ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])

  function add(operator: string) {
    const value = operator === 'in:' && channel?.name ? `in:${channel.name} ` : operator
    useSearch.setState({ text: text === '' || text.endsWith(' ') ? text + value : `${text} ${value}` })
    input.current?.focus()
  }

  return (
    <search aria-label={t('search.label')} className="flex h-full flex-col">
      <form
        className="flex h-14 shrink-0 items-center gap-1 border-b border-line pl-4 pr-2"
        onSubmit={(event) => {
          event.preventDefault()
          void search(text)
        }}
      >
        <Search size={17} aria-hidden="true" className="shrink-0 text-soft" />
        <input
          ref={input}
          value={text}
          onChange={(event) => useSearch.setState({ text: event.target.value })}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          enterKeyHint="search"
          className="min-w-0 flex-1 bg-transparent px-2 py-2 outline-none"
        />
        <button type="button" className="button-icon" aria-label={t('search.close')} onClick={close}>
          <X size={18} />
        </button>
      </form>
      <div className="min-h-0 flex-1 overflow-y-auto p-3">
        <div className="flex flex-wrap gap-1.5 pb-2">
          {OPERATORS.map((operator) => (
            <button
              key={operator}
              type="button"
              onClick={() => add(operator)}
              className="min-h-7 rounded-full border border-line bg-canvas px-2.5 font-mono text-xs text-soft hover:border-line-strong hover:text-ink max-md:min-h-9"
            >
              {operator}
            </button>
          ))}
        </div>
        <p role="status" className="px-1 text-sm text-soft">
          {state === 'failed' && (problem ?? t('problem.unreachable'))}
          {state === 'done' && hits.length === 0 && t('search.nothing', { asked })}
          {state === 'idle' && t('search.hint')}
        </p>
        <ol className="flex flex-col gap-1.5">
          {hits.map((hit) => (
            <li key={hit.messageId}>
              <SearchHit hit={hit} />
            </li>
          ))}
        </ol>
        {more !== null && (
          <button
            type="button"
            className="button-quiet mt-2 w-full text-sm"
            onClick={() => void searchMore()}
          >
            {t('search.more')}
          </button>
        )}
      </div>
    </search>
  )
}
