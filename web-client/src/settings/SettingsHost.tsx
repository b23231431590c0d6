import { Suspense, useEffect } from 'react'
import { lazyWithWords } from '../language/index.ts'
import { isTyping } from './isTyping.ts'
import { openSettings, useSettings } from './settingsStore.ts'

const SettingsDialog = lazyWithWords(async () => ({
  default: (await import('./SettingsDialog.tsx')).SettingsDialog,
}))

/** Shows the settings when they are opened, also by the question mark that lists the keys. */
export function SettingsHost() {
  const page = useSettings((state) => state.page)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.defaultPrevented || isTyping(event.target)) return
      event.preventDefault()
      openSettings('keyboard')
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  if (!page) return null
  return (
    <Suspense>
      <SettingsDialog page={page} />
    </Suspense>
  )
}
