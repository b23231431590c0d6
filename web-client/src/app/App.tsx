import { lazy, Suspense } from 'react'
import { useAccount } from '../account/accountStore.ts'
import { Overlays } from '../appearance/Overlays.tsx'
import { AppFailure } from '../failure/AppFailure.tsx'
import { ErrorBoundary } from '../failure/ErrorBoundary.tsx'
import { lazyWithWords } from '../language/index.ts'

const EntryPage = lazyWithWords(async () => ({
  default: (await import('../account/EntryPage.tsx')).EntryPage,
}))
const ChatPage = lazy(() => import('./ChatPage.tsx'))

/** Chat for whoever is signed in, the way in for everybody else. */
export function App() {
  return (
    <ErrorBoundary fallback={() => <AppFailure />}>
      <Page />
      <Overlays />
    </ErrorBoundary>
  )
}

function Page() {
  const accountId = useAccount((state) => state.credentials?.accountId)
  return <Suspense>{accountId === undefined ? <EntryPage /> : <ChatPage key={accountId} />}</Suspense>
}
