// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setCredentials } from '../account/accountStore.ts'
import { usePeople } from '../people/peopleStore.ts'
import type { Mentions } from '../timeline/message.ts'
import { loadMarkdown, MessageBody } from './MessageBody.tsx'
import { useUnfolded } from './unfoldedStore.ts'

const NOBODY: Mentions = { accountIds: [], channel: false, here: false }

function shown(body: string, mentions?: Mentions): HTMLElement {
  return render(<MessageBody body={body} mentions={mentions} />).container
}

describe('the body of a message', () => {
  beforeAll(loadMarkdown)
  beforeEach(() => {
    useUnfolded.setState({ texts: new Set() })
    const expiresAt = Date.now() + 900_000
    setCredentials({ accountId: 'me', username: 'mia', accessToken: 'a', refreshToken: 'r', expiresAt })
    const person = (id: string, username: string) => ({
      id,
      username,
      displayName: `The ${username}`,
      bot: false,
    })
    usePeople.setState({ byId: { me: person('me', 'mia'), ada: person('ada', 'ada.l') } })
  })

  it('marks who is mentioned, and oneself more', () => {
    const container = shown('Hi @ada.l. and @MIA, not @nobody, x@mia.org or `@mia`', {
      ...NOBODY,
      accountIds: ['ada', 'me'],
    })
    const mentions = [...container.querySelectorAll('.mention')]
    expect(mentions.map((mention) => mention.textContent)).toEqual(['@ada.l', '@MIA'])
    expect(mentions.map((mention) => mention.classList.contains('mention-me'))).toEqual([false, true])
    expect(container.textContent).toBe('Hi @ada.l. and @MIA, not @nobody, x@mia.org or @mia')
  })

  it('marks everybody only where the server did', () => {
    expect(shown('@channel', { ...NOBODY, channel: true }).querySelector('.mention-me')).not.toBeNull()
    expect(shown('@channel', NOBODY).querySelector('.mention')).toBeNull()
  })

  it('hides a spoiler until it is asked for, and leaves logic alone', () => {
    const container = shown('The end: ||he is **his father**||, and a || b || c')
    expect(container.textContent).toContain('and a || b || c')
    const spoiler = screen.getByRole('button', { name: 'Hidden text. Show it' })
    expect(spoiler.querySelector('[aria-hidden]')?.textContent).toBe('he is his father')
    fireEvent.click(spoiler)
    expect(screen.queryByRole('button')).toBeNull()
    expect(container.querySelector('.spoiler-shown strong')?.textContent).toBe('his father')
  })

  it('folds what is long, and quotes sooner', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`)
    const long = lines(40).join('\n')
    const { unmount } = render(<MessageBody body={long} />)
    const all = screen.getByRole('button', { name: 'Show all' })
    expect(all.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(all)
    expect(screen.getByRole('button', { name: 'Show less' })).toBeDefined()
    unmount()
    // as the virtual list does when one scrolls on and comes back
    const again = render(<MessageBody body={long} />)
    expect(screen.getByRole('button', { name: 'Show less' })).toBeDefined()
    again.unmount()
    shown(lines(5).join('\n'))
    expect(screen.queryByRole('button')).toBeNull()
    const quote = shown(
      lines(12)
        .map((line) => `> ${line}`)
        .join('\n'),
    )
    expect(quote.querySelector('blockquote button')?.textContent).toBe('Show all')
  })

  it('colours code of a language that was named', async () => {
    const container = shown('```ts\nconst answer = "<b>42</b>"\n```')
    await waitFor(() => expect(container.querySelector('.hljs-keyword')?.textContent).toBe('const'))
    expect(container.querySelector('pre')?.textContent).toBe('const answer = "<b>42</b>"\n')
    expect(container.querySelector('b')).toBeNull()
    const plain = shown('```no-such-language\nconst x\n```')
    expect(plain.querySelector('pre')?.textContent).toBe('const x\n')
  })

  it.each([
    ['🎉', true],
    ['👍🏽 👨‍👩‍👧 🇩🇪 1️⃣', true],
    [':tada:', true],
    ['🎉 party', false],
    ['42', false],
    ['©', false],
  ])('shows %s large: %s', async (body, isLarge) => {
    const container = shown(body)
    await waitFor(() => expect(container.querySelector('.emoji-only') !== null).toBe(isLarge))
  })
})
