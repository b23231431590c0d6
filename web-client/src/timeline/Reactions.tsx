import { useChat } from '../app/ChatContext.tsx'
import type { Message } from './message.ts'
import { toggleReaction } from './messageCommands.ts'
import { useMessagePermissions } from './messagePermissions.ts'
import { ReactionButton } from './ReactionButton.tsx'

/** How people reacted to a message, the emoji that was used first first. */
export function Reactions({ channelId, message }: { channelId: string; message: Message }) {
  const { session } = useChat()
  const allowed = useMessagePermissions(channelId, message)
  if (message.reactions.length === 0) return null
  return (
    <div className="flex flex-wrap gap-1 pb-0.5 pt-1">
      {message.reactions.map((reaction) => (
        <ReactionButton
          key={reaction.emoji}
          reaction={reaction}
          isFixed={!allowed.react}
          onToggle={() => toggleReaction(session, channelId, message.id, reaction.emoji, reaction.mine)}
        />
      ))}
    </div>
  )
}
