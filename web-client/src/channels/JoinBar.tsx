import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.tsx'
import { timelineOf } from '../timeline/timelineStore.ts'
import { joinChannel } from './channelCommands.ts'
import { setJoined } from './channelsStore.ts'

/** A public channel may be read by everybody; to write one joins. */
export function JoinBar({ channelId, name }: { channelId: string; name: string }) {
  const { t } = useTranslation()
  const { session } = useChat()
  const [isBusy, setIsBusy] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)

  async function join() {
    setIsBusy(true)
    setHasFailed(false)
    try {
      await joinChannel(channelId)
      setJoined(channelId, true)
      const seq = timelineOf(channelId).window?.seq
      if (seq !== undefined) session.follow(channelId, seq, false)
    } catch {
      setHasFailed(true)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <div className="mx-4 mb-1 flex flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl border border-line bg-panel px-4 py-2.5">
      <span className="text-soft">{hasFailed ? t('problem.unreachable') : t('join.hint', { name })}</span>
      <button type="button" disabled={isBusy} className="button-primary" onClick={join}>
        {t('join.join')}
      </button>
    </div>
  )
}
