import { ChevronLeft, X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { usePaneControls } from './PaneContext.ts'
import { takeFocusWish } from './paneStore.ts'

interface PaneFrameProps {
  title: string
  /** Where this belongs to, such as the channel's name. */
  subtitle?: string | undefined
  /** Further buttons of the head. */
  actions?: ReactNode
  children: ReactNode
}

/** The head of what the right pane shows, and below it the content, which fills the height and scrolls by itself. */
export function PaneFrame({ title, subtitle, actions, children }: PaneFrameProps) {
  const { t } = useTranslation()
  const { close, back } = usePaneControls()
  const titleId = useId()
  const frame = useRef<HTMLElement>(null)

  useEffect(() => {
    const isElsewhere = !frame.current?.contains(document.activeElement)
    if (takeFocusWish() && isElsewhere) frame.current?.focus()
  }, [])

  return (
    <section
      ref={frame}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="flex h-full min-h-0 flex-col outline-none"
    >
      <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line pe-2 ps-4">
        {back && (
          <Tooltip label={t('pane.back')}>
            <button type="button" className="button-icon -ms-2" aria-label={t('pane.back')} onClick={back}>
              <ChevronLeft size={20} />
            </button>
          </Tooltip>
        )}
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="truncate font-semibold leading-tight">
            {title}
          </h2>
          {subtitle !== undefined && (
            <p className="truncate text-[13px] leading-tight text-soft" dir="auto">
              {subtitle}
            </p>
          )}
        </div>
        {actions}
        <Tooltip label={t('pane.close')}>
          <button type="button" className="button-icon" aria-label={t('pane.close')} onClick={close}>
            <X size={18} />
          </button>
        </Tooltip>
      </header>
      <div className="flex min-h-0 flex-1 flex-col">{children}</div>
    </section>
  )
}
