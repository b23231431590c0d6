import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { togglePreference, usePreferences } from '../preferences/preferences.ts'
import { ChannelLink } from './ChannelLink.tsx'
import type { NamedChannel } from './sections.ts'

interface SidebarSectionProps {
  id: string
  title: string
  channels: readonly NamedChannel[]
  selectedId: string | undefined
  tabStopId: string | undefined
  isOwn: boolean
  /** Never folded, as while one looks for something. */
  isOpen?: boolean
  /** A button beside the title. */
  action?: ReactNode
}

/** A part of the sidebar that can be folded; the open channel stays in sight even then. */
export function SidebarSection(props: SidebarSectionProps) {
  const { id, title, channels, selectedId, tabStopId, isOwn, isOpen = false, action } = props
  const titleId = useId()
  const isFolded = usePreferences((state) => state.collapsed.includes(id)) && !isOpen
  const shown = isFolded ? channels.filter(({ channel }) => channel.id === selectedId) : channels
  return (
    <section aria-labelledby={titleId} className="pb-2">
      <div className="flex items-center gap-1 pe-1">
        <h2 className="min-w-0 flex-1">
          <button
            type="button"
            id={titleId}
            data-row
            aria-expanded={!isFolded}
            onClick={() => togglePreference('collapsed', id)}
            className="group/title flex min-h-7 w-full items-center gap-1 rounded-control px-2.5 text-xs font-semibold text-soft outline-offset-[-2px] hover:text-ink max-md:min-h-11"
          >
            <span className="truncate">{title}</span>
            <ChevronDown
              size={14}
              aria-hidden="true"
              className={`shrink-0 transition-transform ${isFolded ? '-rotate-90' : 'opacity-0 group-hover/title:opacity-100 group-focus-visible/title:opacity-100'}`}
            />
          </button>
        </h2>
        {action}
      </div>
      <ul className="flex flex-col gap-px">
        {shown.map(({ channel, name }) => (
          <li key={channel.id} className="[contain-intrinsic-size:auto_30px] [content-visibility:auto]">
            <ChannelLink
              channel={channel}
              name={name}
              isSelected={channel.id === selectedId}
              isOwn={isOwn}
              isTabStop={channel.id === tabStopId}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
