import type { ReactNode } from 'react'

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-3 border-b border-line pb-1 text-lg font-semibold">{title}</h2>
      <div className="flex flex-wrap items-end gap-4">{children}</div>
    </section>
  )
}
