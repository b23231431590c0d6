import type { LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Tooltip } from '../appearance/Tooltip.tsx'
import { togglePane, useIsPaneOpen } from '../pane/paneStore.ts'

interface PaneButtonProps {
  channelId: string
  kind: 'members' | 'pins' | 'details' | 'search'
  label: string
  icon: LucideIcon
  /** How much there is, where that says something. */
  count?: number
}

/** Opens something about the channel in the right pane, and closes it. */
export function PaneButton({ channelId, kind, label, icon: Icon, count }: PaneButtonProps) {
  const { i18n } = useTranslation()
  const isOpen = useIsPaneOpen(channelId, kind)
  return (
    <Tooltip label={label}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isOpen}
        onClick={() => togglePane(channelId, { kind })}
        className={`inline-flex h-9 min-w-9 shrink-0 items-center justify-center gap-1.5 rounded-lg text-sm tabular-nums hover:bg-raised hover:text-ink max-md:h-11 max-md:min-w-11 ${
          isOpen ? 'bg-accent-soft text-ink' : 'text-soft'
        } ${count === undefined ? '' : 'px-2'}`}
      >
        <Icon size={18} aria-hidden="true" />
        {count !== undefined && (
          <span className="max-sm:hidden">{new Intl.NumberFormat(i18n.language).format(count)}</span>
        )}
      </button>
    </Tooltip>
  )
}
