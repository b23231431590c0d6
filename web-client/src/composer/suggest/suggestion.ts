import type { LucideIcon } from 'lucide-react'
import type { Visibility } from '../../channels/channelsStore.ts'

/** Something that can be put in the place of what is typed. */
export interface Suggestion {
  key: string
  /** What it puts there. */
  insert: string
  label: string
  detail?: string
  picture?: { accountId: string } | { visibility: Visibility } | { emoji: string } | { icon: LucideIcon }
}
