import 'fake-indexeddb/auto'
import { afterEach } from 'vitest'

// only for tests that ask for a document
if (typeof document !== 'undefined') {
  const [{ cleanup, configure }, { loadLaterWords, startLanguage }] = await Promise.all([
    import('@testing-library/react'),
    import('./language/index.ts'),
  ])
  // what is loaded lazily takes its time on a busy machine
  configure({ asyncUtilTimeout: 10_000 })
  await startLanguage()
  // tests also show directly what the app loads lazily
  await loadLaterWords()
  afterEach(cleanup)
}
