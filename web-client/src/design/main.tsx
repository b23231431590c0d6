import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Overlays } from '../appearance/Overlays.tsx'
import { loadLaterWords, startLanguage } from '../language/index.ts'
import { DesignPage } from './DesignPage.tsx'
import '../app/styles.css'

await startLanguage()
// the page shows the settings of the appearance at once
await loadLaterWords()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <DesignPage />
      <Overlays />
    </StrictMode>,
  )
}
