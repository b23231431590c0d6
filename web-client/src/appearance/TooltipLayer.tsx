import { useEffect, useLayoutEffect, useRef, useState } from 'react'

const SHOW_AFTER_MS = 400
/** So soon after one was hidden the next shows at once: who reads several buttons does not wait at each. */
const WARM_MS = 300
const GAP_PX = 6

interface Shown {
  label: string
  shortcut: string | undefined
  of: Element
}

/** Shows the one tooltip of the page, above or below what it belongs to. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown>()
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => followPointerAndFocus(setShown), [])

  useLayoutEffect(() => {
    if (!shown || !box.current) return
    const { style } = box.current
    const { left, top } = placeOf(shown.of, box.current)
    style.left = `${left}px`
    style.top = `${top}px`
  }, [shown])

  if (!shown) return null
  return (
    <div
      ref={box}
      role="tooltip"
      aria-hidden="true"
      className="pointer-events-none fixed left-0 top-0 z-[60] flex max-w-72 animate-fade items-center gap-2 rounded-control bg-inverse px-2 py-1 text-xs font-medium text-on-inverse shadow-float [overflow-wrap:anywhere]"
    >
      {shown.label}
      {shown.shortcut !== undefined && <kbd className="font-sans opacity-75">{shown.shortcut}</kbd>}
    </div>
  )
}

function followPointerAndFocus(show: (shown: Shown | undefined) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let current: Element | undefined
  let hiddenAt = -Infinity

  function hide() {
    clearTimeout(timer)
    if (current) hiddenAt = performance.now()
    current = undefined
    show(undefined)
  }
  function point(event: Event, delay: number) {
    const of = (event.target as Element).closest?.('[data-tooltip]') ?? undefined
    if (of === current) return
    hide()
    const label = of?.getAttribute('data-tooltip')
    if (!of || !label) return
    const isWarm = performance.now() - hiddenAt < WARM_MS
    current = of
    timer = setTimeout(
      () => {
        if (!of.isConnected || of.getAttribute('aria-expanded') === 'true') return
        show({ of, label, shortcut: of.getAttribute('data-tooltip-shortcut') ?? undefined })
      },
      isWarm ? 0 : delay,
    )
  }
  const onPointer = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') point(event, SHOW_AFTER_MS)
  }
  const onFocus = (event: FocusEvent) => {
    if ((event.target as Element).matches(':focus-visible')) point(event, SHOW_AFTER_MS)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide()
  }
  const stop = new AbortController()
  const options = { signal: stop.signal, capture: true, passive: true }
  document.addEventListener('pointerover', onPointer, options)
  document.addEventListener('focusin', onFocus, options)
  for (const end of ['pointerdown', 'focusout', 'scroll', 'wheel'] as const) {
    document.addEventListener(end, hide, options)
  }
  document.addEventListener('pointerleave', hide, options)
  document.addEventListener('keydown', onKey, options)
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}

function placeOf(element: Element, layer: Element): { left: number; top: number } {
  const of = element.getBoundingClientRect()
  const box = layer.getBoundingClientRect()
  if (element.getAttribute('data-tooltip-side') === 'right') {
    return { left: of.right + GAP_PX, top: of.top + (of.height - box.height) / 2 }
  }
  const above = of.top - box.height - GAP_PX
  const left = of.left + of.width / 2 - box.width / 2
  return {
    left: Math.max(GAP_PX, Math.min(left, window.innerWidth - box.width - GAP_PX)),
    top: above >= GAP_PX ? above : of.bottom + GAP_PX,
  }
}
