import type { RealtimeSession } from '@tidings/client'
import { useConnection } from './connectionStore.ts'

/**
 * The browser knows of a lost or new network long before a silent socket tells, and a page that comes back into view may have
 * slept through both.
 *
 * @returns ends it
 */
export function watchNetwork(
  session: Pick<RealtimeSession, 'wake' | 'lostNetwork' | 'networkBack'>,
): () => void {
  const offline = () => {
    useConnection.setState({ hasNetwork: false })
    session.lostNetwork()
  }
  const online = () => {
    useConnection.setState({ hasNetwork: true })
    session.networkBack()
  }
  const seen = () => {
    if (document.visibilityState === 'visible') session.wake()
  }
  window.addEventListener('offline', offline)
  window.addEventListener('online', online)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('offline', offline)
    window.removeEventListener('online', online)
    document.removeEventListener('visibilitychange', seen)
  }
}
