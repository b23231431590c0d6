import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Overlays } from '../appearance/Overlays.tsx'
import { startLanguage } from '../language/index.ts'
import { DesignPage } from './DesignPage.tsx'
import '../app/styles.css'

await startLanguage()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <DesignPage />
      <Overlays />
    </StrictMode>,
  )
}
