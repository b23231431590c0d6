import { describe, expect, it } from 'vitest'
import { hiddenTarget } from './linkTarget.ts'

describe('a link', () => {
  it.each([
    ['https://bank.example', 'https://evil.example/x', 'evil.example'],
    ['bank.example', 'https://evil.example/x', 'evil.example'],
    ['Please go to www.bank.example now', 'https://evil.example/', 'evil.example'],
    ['https://bank.example@evil.example/login', 'https://bank.example@evil.example/login', 'evil.example'],
    ['ｂａｎｋ．ｅｘａｍｐｌｅ', 'https://evil.example', 'evil.example'],
    ['bank\u200b.exam\u00adple', 'https://evil.example', 'evil.example'],
    ['https://bank.example', 'https://b\u0430nk.example', 'xn--bnk-6cd.example'],
    ['https://b\u0430nk.example', 'https://b\u0430nk.example', 'xn--bnk-6cd.example'],
    ['bank.example', 'https://bank.example.evil.example', 'bank.example.evil.example'],
    ['https://e.org/a', 'https://e.org/b', 'https://e.org/b'],
    ['me@bank.example', 'https://evil.example', 'evil.example'],
    ['me@bank.example', 'mailto:you@evil.example', 'you@evil.example'],
    ['https://bank.example', 'mailto:you@evil.example', 'you@evil.example'],
  ])('whose text %s hides %s shows where it goes', (text, href, target) => {
    expect(hiddenTarget(text, href)).toBe(target)
  })

  it.each([
    ['here', 'https://e.org'],
    ['https://e.org', 'https://e.org/'],
    ['e.org', 'https://www.e.org/page'],
    ['www.e.org', 'http://www.e.org'],
    ['https://en.example/wiki/Foo_(bar)', 'https://en.example/wiki/Foo_(bar)'],
    ['https://müller.example/ä', 'https://xn--mller-kva.example/%C3%A4'],
    ['github.com', 'https://gist.github.com/x'],
    ['me@e.org', 'mailto:me@e.org'],
    ['version 1.2', 'https://e.org'],
    ['and so on...', 'https://e.org'],
  ])('whose text %s says enough stays alone', (text, href) => {
    expect(hiddenTarget(text, href)).toBeUndefined()
  })
})
