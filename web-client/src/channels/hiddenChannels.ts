/** Up to which event a channel is known to be out of sight, and after how many others that became known. */
interface Hidden {
  upToSeq: number
  place: number
}

const hidden = new Map<string, Hidden>()
let lastPlace = 0

/** A point in time, to be noted when the read side is asked for channels. */
export function timeOfAsking(): number {
  return lastPlace
}

/** @param upToSeq the event by which the channel went out of sight; less when that one is not known */
export function hide(channelId: string, upToSeq: number): void {
  lastPlace++
  hidden.set(channelId, { upToSeq, place: lastPlace })
}

/** The channel's log ends earlier than it did, so nothing is known of it any more. */
export function forgetHidden(channelId: string): void {
  hidden.delete(channelId)
}

/** Whether an answer is from before its channel went out of sight, as of a read side that lags or an answer that was slow. */
export function isFromBefore({ id, seq }: { id: string; seq: number }, askedAt: number): boolean {
  const known = hidden.get(id)
  return known !== undefined && (seq <= known.upToSeq || askedAt < known.place)
}

/** Whether the channel went out of sight by the event `seq` or a later one: then nobody will say more of it than is known. */
export function isHiddenSince(channelId: string, seq: number): boolean {
  return (hidden.get(channelId)?.upToSeq ?? -1) >= seq
}
