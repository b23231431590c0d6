import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HUES } from '../people/Avatar.tsx'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const contrastAt = css.indexOf('@variant high-contrast')

type Scheme = 'light' | 'dark'

/** The colours of a scheme by their names; with more contrast those that are set anew. */
function palette(scheme: Scheme, hasMoreContrast: boolean): Map<string, string> {
  const text = hasMoreContrast ? css : css.slice(0, contrastAt)
  const colours = new Map<string, string>()
  for (const [, name = '', light = '', dark] of text.matchAll(
    /--color-([\w-]+): (?:light-dark\()?(#\w{6})(?:, (#\w{6})\))?;/g,
  )) {
    colours.set(name, scheme === 'light' || dark === undefined ? light : dark)
  }
  return colours
}

/** As WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const AA = 4.5
const AAA = 7
const TEXTS = ['ink', 'soft', 'faint', 'accent', 'danger', 'mention', 'unread', 'presence']
const SURFACES = ['canvas', 'panel', 'hover']
const PAIRS = [
  ...TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)),
  ['ink', 'raised'],
  ['soft', 'raised'],
  ['ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['danger', 'danger-soft'],
  ['on-danger', 'danger'],
  ['warn-ink', 'warn-soft'],
  ['mention', 'mention-soft'],
  ['ink', 'mention-soft'],
  ['on-unread', 'unread'],
  ['on-inverse', 'inverse'],
  ['ink', 'mark'],
] as const

describe.each(['light', 'dark'] as const)('the %s colours', (scheme) => {
  it.each(PAIRS)('%s can be read on %s', (text, surface) => {
    for (const [hasMoreContrast, least] of [
      [false, AA],
      [true, text === 'ink' && surface === 'mark' ? AA : AAA],
    ] as const) {
      const colours = palette(scheme, hasMoreContrast)
      const found = contrast(colours.get(text) ?? '', colours.get(surface) ?? '')
      expect(found, `${text} on ${surface}, more contrast: ${hasMoreContrast}`).toBeGreaterThanOrEqual(least)
    }
  })
})

describe('the hues of faces', () => {
  const hues = [...css.matchAll(/--color-(hue-\d+): (#\w{6});/g)]

  it('are at least twelve, and all are used', () => {
    expect(hues.length).toBeGreaterThanOrEqual(12)
    expect(HUES).toEqual(hues.map(([, name]) => `bg-${name}`))
  })

  it.each(hues.map(([, name, colour]) => [name, colour]))('%s carries white initials', (_, colour) => {
    expect(contrast(colour ?? '', '#ffffff')).toBeGreaterThanOrEqual(AA)
  })
})
