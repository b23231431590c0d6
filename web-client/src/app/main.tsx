import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from '../language/index.ts'
import { registerWorker } from '../offline/registerWorker.ts'
import { App } from './App.tsx'
import './styles.css'

await startLanguage()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
registerWorker()
