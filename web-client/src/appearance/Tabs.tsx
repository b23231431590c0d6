import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface Tab {
  id: string
  label: string
  icon?: ReactNode
  content: ReactNode
}

interface TabsProps {
  label: string
  tabs: readonly Tab[]
  first?: string
  /** Beside the content on a wide screen, as in settings. */
  isVertical?: boolean
}

/** Several views of one thing. Only for what is loaded lazily: it brings Radix along. */
export function Tabs({ label, tabs, first, isVertical }: TabsProps) {
  return (
    <Radix.Root
      defaultValue={first ?? tabs[0]?.id ?? ''}
      orientation={isVertical ? 'vertical' : 'horizontal'}
      className={`flex min-h-0 flex-1 flex-col ${isVertical ? 'md:flex-row md:gap-6' : ''}`}
    >
      <Radix.List
        aria-label={label}
        className={`flex shrink-0 gap-1 overflow-x-auto ${
          isVertical ? 'max-md:border-b max-md:border-line md:w-44 md:flex-col' : 'border-b border-line'
        }`}
      >
        {tabs.map(({ id, label: name, icon }) => (
          <Radix.Trigger
            key={id}
            value={id}
            className={`inline-flex min-h-9 shrink-0 items-center gap-2 whitespace-nowrap px-3 text-sm font-medium text-soft outline-offset-[-2px] hover:text-ink data-[state=active]:text-ink max-md:min-h-11 ${
              isVertical
                ? 'md:rounded-control md:hover:bg-raised md:data-[state=active]:bg-accent-soft max-md:-mb-px max-md:border-b-2 max-md:border-transparent max-md:data-[state=active]:border-accent'
                : '-mb-px border-b-2 border-transparent data-[state=active]:border-accent'
            }`}
          >
            {icon}
            {name}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ id, content }) => (
        <Radix.Content
          key={id}
          value={id}
          className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-offset-[-2px]"
        >
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
