import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon?: LucideIcon
  title: string
  /** What one can do about it. */
  hint?: string | undefined
  /** The buttons that do it. */
  children?: ReactNode
  /** The whole place is empty, so this is its heading. */
  isPage?: boolean
}

/** Stands where there is nothing yet, and says what to do. */
export function EmptyState({ icon: Icon, title, hint, children, isPage }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p'
  return (
    <div className="flex h-full flex-1 flex-col items-center justify-center gap-1 p-8 text-center">
      {Icon && (
        <span className="mb-3 inline-flex size-14 items-center justify-center rounded-modal bg-accent-soft text-accent">
          <Icon size={26} aria-hidden="true" />
        </span>
      )}
      <Title className="text-lg font-semibold tracking-tight">{title}</Title>
      {hint !== undefined && <p className="max-w-sm text-soft">{hint}</p>}
      {children !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  )
}
