import type { ParseKeys } from 'i18next'

interface KeyGroup {
  title: ParseKeys
  keys: readonly { does: ParseKeys; press: readonly string[] }[]
}

/** `Mod` is the Command key on Apple's machines and Ctrl on all others. */
export const KEYS: readonly KeyGroup[] = [
  {
    title: 'keys.anywhere',
    keys: [
      { does: 'keys.switch', press: ['Mod', 'K'] },
      { does: 'keys.search', press: ['Mod', 'Shift', 'F'] },
      { does: 'keys.help', press: ['?'] },
      { does: 'keys.close', press: ['Esc'] },
    ],
  },
  {
    title: 'keys.lists',
    keys: [
      { does: 'keys.walk', press: ['↑', '↓'] },
      { does: 'keys.ends', press: ['Home', 'End'] },
    ],
  },
  {
    title: 'keys.writing',
    keys: [
      { does: 'keys.send', press: ['Enter'] },
      { does: 'keys.line', press: ['Shift', 'Enter'] },
      { does: 'keys.editLast', press: ['↑'] },
      { does: 'keys.bold', press: ['Mod', 'B'] },
      { does: 'keys.italic', press: ['Mod', 'I'] },
      { does: 'composer.format.strike', press: ['Mod', 'Shift', 'X'] },
      { does: 'composer.format.code', press: ['Mod', 'E'] },
      { does: 'composer.format.codeBlock', press: ['Mod', 'Shift', 'E'] },
      { does: 'composer.format.link', press: ['Mod', 'Shift', 'L'] },
      { does: 'composer.format.numbers', press: ['Mod', 'Shift', '7'] },
      { does: 'composer.format.bullets', press: ['Mod', 'Shift', '8'] },
      { does: 'composer.format.quote', press: ['Mod', 'Shift', '9'] },
    ],
  },
]

/** What is printed on the reader's own keyboard. */
export function keyCap(key: string, platform = navigator.platform): string {
  if (key !== 'Mod') return key
  return /^(Mac|iP)/.test(platform) ? '⌘' : 'Ctrl'
}
