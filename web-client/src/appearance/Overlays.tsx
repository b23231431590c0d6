import { lazy, Suspense, useEffect, useState } from 'react'
import { useToasts } from './toast.ts'

const Toaster = lazy(async () => ({ default: (await import('./Toaster.tsx')).Toaster }))
const TooltipLayer = lazy(async () => ({ default: (await import('./TooltipLayer.tsx')).TooltipLayer }))

/** What lies over every page: tooltips from the first touch of pointer or keyboard, toasts from the first one on. */
export function Overlays() {
  const hasToasted = useToasts((state) => state.toasts.length > 0)
  const [wantsToaster, setWantsToaster] = useState(false)
  if (hasToasted && !wantsToaster) setWantsToaster(true)
  const [wantsTooltips, setWantsTooltips] = useState(false)

  useEffect(() => {
    const stop = new AbortController()
    const begin = () => {
      stop.abort()
      setWantsTooltips(true)
    }
    document.addEventListener('pointerover', begin, { signal: stop.signal, passive: true })
    document.addEventListener('keydown', begin, { signal: stop.signal, passive: true })
    return () => stop.abort()
  }, [])

  return (
    <Suspense>
      {wantsTooltips && <TooltipLayer />}
      {wantsToaster && <Toaster />}
    </Suspense>
  )
}
