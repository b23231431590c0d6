import { createContext, useContext } from 'react'

export interface PaneControls {
  close: () => void
  /** Missing where nothing was open before. */
  back: (() => void) | undefined
}

export const PaneContext = createContext<PaneControls>({ close: () => undefined, back: undefined })

/** How the content of the pane closes it. */
export function usePaneControls(): PaneControls {
  return useContext(PaneContext)
}
