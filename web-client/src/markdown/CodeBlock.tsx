import { Check, Copy } from 'lucide-react'
import { isValidElement, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { textOf } from './textOf.ts'
import { useHighlighted } from './useHighlighted.ts'

const CONFIRMED_MS = 1_500

/** As it was named behind the fence. */
function languageOf(children: ReactNode): string | undefined {
  if (!isValidElement<{ className?: string }>(children)) return undefined
  return /language-(\S+)/.exec(children.props.className ?? '')?.[1]?.toLowerCase()
}

export function CodeBlock({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const code = textOf(children)
  const highlighted = useHighlighted(code, languageOf(children))
  const [isCopied, setIsCopied] = useState(false)

  async function copy() {
    await navigator.clipboard?.writeText(code)
    setIsCopied(true)
    setTimeout(() => setIsCopied(false), CONFIRMED_MS)
  }

  return (
    <div className="group/code relative">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{highlighted ? <code>{highlighted}</code> : children}</pre>
      <Tooltip label={isCopied ? t('code.copied') : t('code.copy')}>
        <button
          type="button"
          onClick={copy}
          aria-label={isCopied ? t('code.copied') : t('code.copy')}
          className="absolute right-1.5 top-1.5 rounded-md border border-line bg-canvas p-1.5 text-soft opacity-0 hover:text-ink focus-visible:opacity-100 group-hover/code:opacity-100"
        >
          {isCopied ? <Check size={14} /> : <Copy size={14} />}
        </button>
      </Tooltip>
    </div>
  )
}
