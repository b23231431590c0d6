import { Problem } from '@tidings/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { problemWords } from '../failure/problemWords.ts'
import { timelineOf } from '../timeline/timelineStore.ts'
import { joinChannel } from './channelCommands.ts'

/** A public channel may be read by everybody; to write one joins. */
export function JoinBar({ channelId, name }: { channelId: string; name: string }) {
  const { t } = useTranslation()
  const { session } = useChat()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function join() {
    setIsBusy(true)
    setProblem(undefined)
    try {
      await joinChannel(channelId)
      const seq = timelineOf(channelId).window?.seq
      if (seq !== undefined) session.follow(channelId, seq, false)
    } catch (error) {
      setProblem(isBan(error) ? t('join.banned') : problemWords(error, t))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <div className="mx-4 mb-1 flex flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl border border-line bg-panel px-4 py-2.5">
      {problem === undefined ? (
        <span className="text-soft">{t('join.hint', { name })}</span>
      ) : (
        <span role="alert" className="text-danger">
          {problem}
        </span>
      )}
      <button type="button" disabled={isBusy} className="button-primary" onClick={join}>
        {t('join.join')}
      </button>
    </div>
  )
}

function isBan(error: unknown): boolean {
  return error instanceof Problem && error.code === 'FORBIDDEN'
}
