import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import later from './en/later/index.ts'

const SRC = join(import.meta.dirname, '..')
const STATIC_IMPORT = /^(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s*)?'(\.[^']+)'/gm
const DYNAMIC_IMPORT = /\bimport\('(\.[^']+)'\)/g
const WITH_WORDS = /\blazyWithWords\([^']*import\('[^']+'\)/g
/** A key such as `pins.title`, or how it begins, such as `appearance.theme.${…}`. */
const KEY = /['"`](\w+(?:\.[\w-]+)*\.?)(['"`]|\$\{)/g

/** Everything that can be shown before the later words are there: all that no lazyWithWords stands before. */
function shownWithoutThem(): string[] {
  const found = new Set<string>()
  const waiting = [join(SRC, 'app/main.tsx'), join(SRC, 'app/ChatPage.tsx')]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) continue
    if (file.startsWith(join(SRC, 'language'))) continue
    found.add(file)
    const text = readFileSync(file, 'utf8').replace(WITH_WORDS, '')
    for (const pattern of [STATIC_IMPORT, DYNAMIC_IMPORT])
      for (const [, path = ''] of text.matchAll(pattern)) waiting.push(join(dirname(file), path))
  }
  return [...found]
}

function keysOf(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [before + key] : keysOf(word, `${before}${key}.`),
  )
}

describe('the words that are loaded later', () => {
  const keys = keysOf(later)

  /** Those that a module names; of a key with a count there is one for each number. */
  const laterIn = (text: string) =>
    [...text.matchAll(KEY)]
      .filter(([, named = '']) => named.includes('.'))
      .flatMap(([, named = '', end]) =>
        keys.filter((key) =>
          end === '${' ? key.startsWith(named) : key === named || key.replace(/_(one|other)$/, '') === named,
        ),
      )

  it('are found in what shows them', () => {
    expect(laterIn(readFileSync(join(SRC, 'pins/PinsPane.tsx'), 'utf8'))).toContain('pins.title')
    expect(laterIn(readFileSync(join(SRC, 'settings/AppearanceSettings.tsx'), 'utf8'))).toContain(
      'appearance.theme.dark',
    )
  })

  it('are shown by nothing that does not wait for them', () => {
    const files = shownWithoutThem()
    expect(files).toContain(join(SRC, 'composer/Composer.tsx'))
    expect(files).toContain(join(SRC, 'appearance/Modal.tsx'))
    expect(files).not.toContain(join(SRC, 'pins/PinsPane.tsx'))

    const wrong = files.flatMap((file) =>
      laterIn(readFileSync(file, 'utf8')).map((key) => `${file.slice(SRC.length + 1)} shows ${key}`),
    )
    expect(wrong).toEqual([])
  })
})
