// @vitest-environment jsdom
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { ChatContext } from '../app/ChatContext.tsx'
import type { Chat } from '../app/chat.ts'
import { setPreference } from '../preferences/preferences.ts'
import { ChannelList } from './ChannelList.tsx'
import { type Channel, changeChannel, useChannels } from './channelsStore.ts'

const channel = (id: string, rest: Partial<Channel> = {}) =>
  ({ id, name: id, visibility: 'PUBLIC', unreadCount: 0, archived: false, ...rest }) as Channel

describe('the list of channels', () => {
  beforeEach(() => {
    setPreference('favourites', ['art'])
    setPreference('collapsed', [])
    const channels = [channel('art'), channel('busy', { unreadCount: 2 }), channel('calm'), channel('open')]
    useChannels.setState({
      byId: Object.fromEntries(channels.map((each) => [each.id, each])),
      joinedIds: new Set(['art', 'busy', 'calm']),
      state: 'ready',
    })
  })

  const list = (selectedId?: string) => (
    <ChatContext value={{ session: { isOnline: true } } as unknown as Chat}>
      <ChannelList filter="" selectedId={selectedId} />
    </ChatContext>
  )
  const namesIn = (title: string) =>
    within(screen.getByRole('region', { name: title }))
      .queryAllByRole('link')
      .map((link) => link.textContent)

  it('leaves the open channel where it was entered, although it is read now', () => {
    const { rerender } = render(list())
    rerender(list('busy'))
    act(() => changeChannel('busy', () => ({ unreadCount: 0 })))
    expect(namesIn('Unread')).toEqual(['busy'])
    rerender(list('calm'))
    expect(screen.queryByRole('region', { name: 'Unread' })).toBeNull()
    expect(namesIn('Channels')).toEqual(['busy', 'calm'])
    expect(namesIn('Favourites')).toEqual(['art'])
  })

  it('folds a section, but never hides the open channel', () => {
    render(list('calm'))
    fireEvent.click(screen.getByRole('button', { name: 'Channels', expanded: true }))
    expect(namesIn('Channels')).toEqual(['calm'])
    fireEvent.click(screen.getByRole('button', { name: 'Favourites' }))
    expect(namesIn('Favourites')).toEqual([])
  })

  it('has one stop for the Tab key, the open channel', () => {
    render(list('calm'))
    const stops = screen.getAllByRole('link').filter((link) => link.tabIndex === 0)
    expect(stops.map((link) => link.textContent)).toEqual(['calm'])
  })
})
