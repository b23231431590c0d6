import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setPreference, usePreferences } from '../preferences/preferences.ts'

export const NARROWEST = 240
export const WIDEST = 320
const STEP = 16

/** The width of the sidebar as it was chosen, never more or less than what looks well. */
export function useSidebarWidth(): number {
  return within(usePreferences((state) => state.sidebarWidth))
}

/** The edge of the sidebar: dragged, or moved with the arrow keys once it has the focus. */
export function Resizer() {
  const { t } = useTranslation()
  const width = useSidebarWidth()
  const [grip, setGrip] = useState<{ x: number; width: number }>()

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    setGrip({ x: event.clientX, width })
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (grip) setPreference('sidebarWidth', within(grip.width + event.clientX - grip.x))
  }
  function onKeyDown(event: KeyboardEvent) {
    const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: NARROWEST, End: WIDEST }[event.key]
    if (to === undefined) return
    event.preventDefault()
    setPreference('sidebarWidth', within(to))
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved, a separator with a value can
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('sidebar.width')}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setGrip(undefined)}
      onPointerCancel={() => setGrip(undefined)}
      onKeyDown={onKeyDown}
      className={`absolute inset-y-0 -end-1 z-10 w-2 cursor-col-resize touch-none max-md:hidden after:absolute after:inset-y-0 after:start-[3px] after:w-0.5 after:transition-colors hover:after:bg-accent focus-visible:outline-none focus-visible:after:bg-accent ${
        grip ? 'after:bg-accent' : ''
      }`}
    />
  )
}

function within(width: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(width, WIDEST)))
}
