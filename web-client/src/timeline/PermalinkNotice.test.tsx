// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { PermalinkNotice } from './PermalinkNotice.tsx'
import { updateTimeline, useTimelines } from './timelineStore.ts'

describe('a link to a message that cannot be read', () => {
  beforeEach(() => {
    useTimelines.setState({ byChannel: {} })
    window.history.replaceState(null, '', '/c/c/m/m1')
  })

  it.each([
    ['deleted', 'The message that this link leads to was deleted.'],
    ['missing', 'The message that this link leads to is not in this channel.'],
  ] as const)('says that it is %s, and leads on', (why, words) => {
    updateTimeline('c', { lost: { messageId: 'm1', why } })
    render(<PermalinkNotice channelId="c" />)
    expect(screen.getByRole('alert').textContent).toContain(words)
    fireEvent.click(screen.getByRole('button', { name: 'Stay in this channel' }))
    expect(window.location.pathname).toBe('/c/c')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says nothing of a link that was left', () => {
    updateTimeline('c', { lost: { messageId: 'm0', why: 'missing' } })
    render(<PermalinkNotice channelId="c" />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
