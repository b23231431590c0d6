import { Check, Copy } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

const CONFIRMED_MS = 1_500

export function CodeBlock({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const ref = useRef<HTMLPreElement>(null)
  const [isCopied, setIsCopied] = useState(false)

  async function copy() {
    await navigator.clipboard?.writeText(ref.current?.textContent ?? '')
    setIsCopied(true)
    setTimeout(() => setIsCopied(false), CONFIRMED_MS)
  }

  return (
    <div className="group/code relative">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre ref={ref} tabIndex={0}>
        {children}
      </pre>
      <button
        type="button"
        onClick={copy}
        aria-label={isCopied ? t('code.copied') : t('code.copy')}
        title={isCopied ? t('code.copied') : t('code.copy')}
        className="absolute right-1.5 top-1.5 rounded-md border border-line bg-canvas p-1.5 text-soft opacity-0 hover:text-ink focus-visible:opacity-100 group-hover/code:opacity-100"
      >
        {isCopied ? <Check size={14} /> : <Copy size={14} />}
      </button>
    </div>
  )
}
