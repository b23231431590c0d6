import { create } from 'zustand'

/** Whether the palette is open. */
export const usePalette = create<{ isOpen: boolean }>(() => ({ isOpen: false }))

export function togglePalette(): void {
  usePalette.setState(({ isOpen }) => ({ isOpen: !isOpen }))
}

export function closePalette(): void {
  usePalette.setState({ isOpen: false })
}
