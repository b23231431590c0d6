import { Command } from 'cmdk'
import type { ReactNode } from 'react'

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={title}
      className="pb-1 [&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:text-xs [&>[cmdk-group-heading]]:font-semibold [&>[cmdk-group-heading]]:text-soft"
    >
      {children}
    </Command.Group>
  )
}

export function Item({ id, onPick, children }: { id: string; onPick: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={id}
      onSelect={onPick}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 data-[selected=true]:bg-accent-soft max-md:min-h-11"
    >
      {children}
    </Command.Item>
  )
}
