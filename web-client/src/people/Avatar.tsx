import { memo } from 'react'
import { usePerson } from './peopleStore.ts'

/** Written out: the style sheet is made from the classes that stand in the source. */
export const HUES = [
  'bg-hue-1',
  'bg-hue-2',
  'bg-hue-3',
  'bg-hue-4',
  'bg-hue-5',
  'bg-hue-6',
  'bg-hue-7',
  'bg-hue-8',
  'bg-hue-9',
  'bg-hue-10',
  'bg-hue-11',
  'bg-hue-12',
  'bg-hue-13',
  'bg-hue-14',
] as const

/** Initials on a colour of one's own. Decorative: the name always stands beside it. */
export const Avatar = memo(function Avatar({ accountId, small }: { accountId: string; small?: boolean }) {
  const person = usePerson(accountId)
  return (
    <span
      aria-hidden="true"
      className={`flex shrink-0 select-none items-center justify-center font-semibold text-white ${hueOf(accountId)} ${
        small ? 'size-6 rounded-control text-[0.625rem]' : 'size-9 rounded-float text-[0.8125rem]'
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
