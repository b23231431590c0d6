import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { timelineOf } from '../timeline/timelineStore.ts'
import { joinChannel } from './channelCommands.ts'
import { useChannel } from './channelsStore.ts'
import { joinProblem } from './joinProblem.ts'

/** A public channel may be read by everybody; to write one joins. */
export function JoinBar({ channelId, name }: { channelId: string; name: string }) {
  const { t } = useTranslation()
  const { session } = useChat()
  const isAnnouncement = useChannel(channelId)?.announcement ?? false
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
      setProblem(joinProblem(error, t))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <div className="mx-4 mb-1 flex flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl border border-line bg-panel px-4 py-2.5">
      {problem === undefined ? (
        <span className="text-soft">{t(isAnnouncement ? 'join.announcement' : 'join.hint', { name })}</span>
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
