import type { TFunction } from 'i18next'
import { House, type LucideIcon, Search } from 'lucide-react'
import { places } from '../app/places.ts'
import { openSearch } from '../search/searchStore.ts'

interface Place {
  id: string
  label: (t: TFunction) => string
  icon: LucideIcon
}

/** A page of its own, or something that is opened where one is. */
export type RailPlace = Place & ({ href: string; isAt: (path: string) => boolean } | { open: () => void })

/** The places that can be reached from everywhere, in their order. A page gets its line here once it exists. */
export const RAIL: readonly RailPlace[] = [
  {
    id: 'home',
    label: (t) => t('rail.home'),
    icon: House,
    href: places.home,
    isAt: (path) => path === places.home || path.startsWith('/c/'),
  },
  { id: 'search', label: (t) => t('search.open'), icon: Search, open: openSearch },
]
