import { create } from 'zustand'

/** What the one pane on the right can show. A further kind gets its case here and one in `RightPane`. */
export type PaneContent =
  | { kind: 'search' }
  | { kind: 'thread'; rootId: string }
  | { kind: 'threads' }
  | { kind: 'members' }
  | { kind: 'pins' }
  | { kind: 'details' }

/** Null for what belongs to no channel and so stays when another one is opened. */
type PlaceId = string | null

interface Entry {
  placeId: PlaceId
  content: PaneContent
  /** What had the focus when it was opened, and gets it back. */
  opener: Element | null
}

export interface OpenPane {
  content: PaneContent
  canGoBack: boolean
}

/** Everything that was opened and not closed, the newest last; a channel's are hidden while another one is open. */
export const usePane = create<{ entries: readonly Entry[] }>(() => ({ entries: [] }))

/** Set by opening, taken by the pane that appears: one that comes back with its channel must not take the focus. */
let wantsFocus = false

/** Shows `content` in the pane, above what it shows already. */
export function openPane(placeId: PlaceId, content: PaneContent): void {
  const { entries } = usePane.getState()
  const others = entries.filter((entry) => entry.placeId !== placeId || !isSame(entry.content, content))
  wantsFocus = true
  usePane.setState({ entries: [...others, { placeId, content, opener: document.activeElement }] })
}

/** Opens, or closes what is open already: for buttons that stay in sight. */
export function togglePane(channelId: string, content: PaneContent): void {
  const shown = visible(channelId).at(-1)
  if (shown && isSame(shown.content, content)) closePane(channelId)
  else openPane(content.kind === 'search' ? null : channelId, content)
}

/** Closes the pane as it is seen from the channel. The focus goes to what opened it. */
export function closePane(channelId: string | undefined): void {
  const closed = visible(channelId)
  usePane.setState(({ entries }) => ({ entries: entries.filter((entry) => !closed.includes(entry)) }))
  giveFocusBack(closed.map((entry) => entry.opener))
}

/** One step back in the pane, to what was open before. */
export function backInPane(channelId: string | undefined): void {
  const last = visible(channelId).at(-1)
  usePane.setState(({ entries }) => ({ entries: entries.filter((entry) => entry !== last) }))
  if (last) giveFocusBack([last.opener])
}

/** What the pane shows beside this channel. */
export function useOpenPane(channelId: string | undefined): OpenPane | undefined {
  const entries = usePane((state) => state.entries)
  const seen = visibleOf(entries, channelId)
  const last = seen.at(-1)
  return last && { content: last.content, canGoBack: seen.length > 1 }
}

/** Whether exactly this is shown, for buttons that say so. */
export function useIsPaneOpen(channelId: string, kind: PaneContent['kind']): boolean {
  return useOpenPane(channelId)?.content.kind === kind
}

export function takeFocusWish(): boolean {
  const wished = wantsFocus
  wantsFocus = false
  return wished
}

function visible(channelId: string | undefined): readonly Entry[] {
  return visibleOf(usePane.getState().entries, channelId)
}

function visibleOf(entries: readonly Entry[], channelId: string | undefined): readonly Entry[] {
  return entries.filter(({ placeId }) => placeId === null || placeId === channelId)
}

function isSame(one: PaneContent, other: PaneContent): boolean {
  if (one.kind === 'thread' && other.kind === 'thread') return one.rootId === other.rootId
  return one.kind === other.kind
}

/** To the first that is still there and in sight. On a phone that is only so after the pane has gone. */
function giveFocusBack(openers: readonly (Element | null)[]): void {
  requestAnimationFrame(() => {
    for (const opener of openers) {
      if (!(opener instanceof HTMLElement) || !opener.isConnected) continue
      opener.focus()
      if (document.activeElement === opener) return
    }
  })
}
