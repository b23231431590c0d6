import type { Reaction } from './message.ts'

/** As many names are kept of those who reacted. */
const NAMED = 20

/** The reactions after somebody reacted. */
export function added(
  reactions: readonly Reaction[],
  emoji: string,
  actorId: string | null,
  selfId: string,
): Reaction[] {
  const known = reactions.find((reaction) => reaction.emoji === emoji) ?? {
    emoji,
    count: 0,
    mine: false,
    by: [],
  }
  const by = known.by ?? []
  const next: Reaction = {
    emoji,
    count: known.count + 1,
    mine: known.mine || actorId === selfId,
    by: actorId === null || by.length >= NAMED ? by : [...by.filter((id) => id !== actorId), actorId],
  }
  return reactions.includes(known)
    ? reactions.map((reaction) => (reaction === known ? next : reaction))
    : [...reactions, next]
}

/** The reactions after somebody took one back. */
export function removed(
  reactions: readonly Reaction[],
  emoji: string,
  actorId: string | null,
  selfId: string,
): Reaction[] {
  return reactions
    .map((reaction) =>
      reaction.emoji === emoji
        ? {
            emoji,
            count: reaction.count - 1,
            mine: reaction.mine && actorId !== selfId,
            by: (reaction.by ?? []).filter((id) => id !== actorId),
          }
        : reaction,
    )
    .filter((reaction) => reaction.count > 0)
}
