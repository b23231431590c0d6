import { create } from 'zustand'

/** How this browser shows the page, whoever is signed in. */
export const APPEARANCES = {
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'standard', 'more'],
  density: ['comfortable', 'compact'],
  fontSize: ['small', 'normal', 'large', 'largest'],
  timeFormat: ['system', '12', '24'],
} as const

export type Appearance = { [Name in keyof typeof APPEARANCES]: (typeof APPEARANCES)[Name][number] }

/** What nobody has to choose. */
const DEFAULTS: Appearance = {
  theme: 'system',
  contrast: 'system',
  density: 'comfortable',
  fontSize: 'normal',
  timeFormat: 'system',
}

const NAMES = Object.keys(APPEARANCES) as (keyof Appearance)[]

export const useAppearance = create<Appearance>(stored)

/** Shows the page so from now on. The attributes of the root are what the style sheet looks at. */
export function setAppearance<Name extends keyof Appearance>(name: Name, value: Appearance[Name]): void {
  useAppearance.setState({ [name]: value } as Pick<Appearance, Name>)
  const isChosen = value !== DEFAULTS[name]
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
    return [name, value !== undefined && values.includes(value) ? value : DEFAULTS[name]]
  })
  return Object.fromEntries(chosen) as Appearance
}

function keyOf(name: keyof Appearance): string {
  return `tidings.${name}`
}
