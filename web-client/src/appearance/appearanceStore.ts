import { create } from 'zustand'

/** How this browser shows the page, whoever is signed in. The first value of each is what nobody has to choose. */
export const APPEARANCES = {
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'standard', 'more'],
  density: ['comfortable', 'compact'],
  fontSize: ['normal', 'small', 'large', 'largest'],
  timeFormat: ['system', '12', '24'],
} as const

export type Appearance = { [Name in keyof typeof APPEARANCES]: (typeof APPEARANCES)[Name][number] }

const NAMES = Object.keys(APPEARANCES) as (keyof Appearance)[]

export const useAppearance = create<Appearance>(stored)

/** Shows the page so from now on. The attributes of the root are what the style sheet looks at. */
export function setAppearance<Name extends keyof Appearance>(name: Name, value: Appearance[Name]): void {
  useAppearance.setState({ [name]: value } as Pick<Appearance, Name>)
  const isChosen = value !== APPEARANCES[name][0]
  if (isChosen) document.documentElement.dataset[name] = value
  else delete document.documentElement.dataset[name]
  try {
    if (isChosen) localStorage.setItem(keyOf(name), value)
    else localStorage.removeItem(keyOf(name))
  } catch {
    // storage is blocked: the choice holds for this visit
  }
}

/** `public/theme.js` has put what is kept on the root already. */
function stored(): Appearance {
  const root = typeof document === 'undefined' ? undefined : document.documentElement
  const chosen = NAMES.map((name) => {
    const value = root?.dataset[name]
    const values: readonly string[] = APPEARANCES[name]
    return [name, value !== undefined && values.includes(value) ? value : values[0]]
  })
  return Object.fromEntries(chosen) as Appearance
}

function keyOf(name: keyof Appearance): string {
  return `tidings.${name}`
}
