import { useEffect, useState } from 'react'
import { useChat } from '../app/ChatContext.tsx'
import { useChannel } from '../channels/channelsStore.ts'
import { slowModeFor } from '../channels/permissions.ts'
import { useTimeline } from '../timeline/timelineStore.ts'

const TICK_MS = 500

/**
 * How slow mode stands for oneself.
 *
 * @returns both in seconds: the time between two messages, and how much of it is left; 0 for none
 */
export function useSlowMode(channelId: string): { interval: number; left: number } {
  const { accountId } = useChat()
  const channel = useChannel(channelId)
  const { window } = useTimeline(channelId)
  const [now, setNow] = useState(Date.now)
  const interval = channel ? slowModeFor(channel) : 0
  const last =
    interval === 0 ? undefined : window?.messages.findLast((message) => message.authorId === accountId)
  const openAt = last === undefined ? 0 : Date.parse(last.createdAt) + interval * 1000
  const isWaiting = openAt > now

  useEffect(() => {
    setNow(Date.now())
    if (openAt <= Date.now()) return
    const clock = setInterval(() => {
      setNow(Date.now())
      if (openAt <= Date.now()) clearInterval(clock)
    }, TICK_MS)
    return () => clearInterval(clock)
  }, [openAt])

  // a clock that is behind the server's does not make anybody wait longer than the rule says
  return { interval, left: isWaiting ? Math.min(interval, Math.ceil((openAt - now) / 1000)) : 0 }
}
