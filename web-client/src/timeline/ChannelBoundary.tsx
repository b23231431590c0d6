import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { ErrorBoundary } from '../failure/ErrorBoundary.tsx'

/** A channel that fails again so soon after it was loaded anew is not loaded anew by itself another time. */
const CALM_MS = 10_000

/** When a channel cannot be shown, it is loaded anew; when that does not help, it says so and the others go on. */
export function ChannelBoundary({ channelId, children }: { channelId: string; children: ReactNode }) {
  const { t } = useTranslation()
  const { timelines } = useChat()
  const lastFailure = useRef(Number.NEGATIVE_INFINITY)

  function startOver() {
    timelines.close(channelId)
    timelines.open(channelId)
  }

  return (
    <ErrorBoundary
      onFailure={() => {
        const now = performance.now()
        const isFirst = now - lastFailure.current > CALM_MS
        lastFailure.current = now
        if (isFirst) startOver()
        return isFirst
      }}
      fallback={(retry) => (
        <div role="alert" className="flex h-full flex-col items-center justify-center gap-2 p-8 text-center">
          <p className="font-semibold">{t('failure.channel')}</p>
          <p className="max-w-sm text-soft">{t('failure.channelHint')}</p>
          <button
            type="button"
            className="button-primary mt-2"
            onClick={() => {
              startOver()
              retry()
            }}
          >
            {t('timeline.retry')}
          </button>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}
