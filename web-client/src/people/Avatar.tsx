import { memo } from 'react'
import { usePerson } from './peopleStore.ts'

const HUES = [
  'bg-hue-1',
  'bg-hue-2',
  'bg-hue-3',
  'bg-hue-4',
  'bg-hue-5',
  'bg-hue-6',
  'bg-hue-7',
  'bg-hue-8',
] as const

/** Initials on a colour of one's own. Decorative: the name always stands beside it. */
export const Avatar = memo(function Avatar({ accountId, small }: { accountId: string; small?: boolean }) {
  const person = usePerson(accountId)
  return (
    <span
      aria-hidden="true"
      className={`flex shrink-0 select-none items-center justify-center font-semibold text-white ${hueOf(accountId)} ${
        small ? 'size-6 rounded-md text-[10px]' : 'size-9 rounded-xl text-[13px]'
      }`}
    >
      {person ? initials(person.displayName) : ''}
    </span>
  )
})

export function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => word !== '')
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]]
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

function hueOf(accountId: string): string {
  let hash = 0
  for (const character of accountId) hash = (hash * 31 + character.charCodeAt(0)) | 0
  return HUES[Math.abs(hash) % HUES.length] ?? HUES[0]
}
