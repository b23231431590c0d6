import { useEffect } from 'react'
import { setPreference, usePreferences } from '../preferences/preferences.ts'

const MOST = 20

/** Remembers the channels that were looked at, the latest first. */
export function useRecentChannels(channelId: string | undefined): void {
  useEffect(() => {
    if (channelId === undefined) return
    const { recentChannels } = usePreferences.getState()
    if (recentChannels[0] === channelId) return
    const others = recentChannels.filter((id) => id !== channelId)
    setPreference('recentChannels', [channelId, ...others].slice(0, MOST))
  }, [channelId])
}
