import 'fake-indexeddb/auto'
import { afterEach } from 'vitest'

// only for tests that ask for a document
if (typeof document !== 'undefined') {
  const [{ cleanup }, { startLanguage }] = await Promise.all([
    import('@testing-library/react'),
    import('./language/index.ts'),
  ])
  await startLanguage()
  afterEach(cleanup)
}
