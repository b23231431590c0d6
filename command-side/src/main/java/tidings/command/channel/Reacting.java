package tidings.command.channel;

import java.util.Optional;
import java.util.Set;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.ReactionAdded;
import tidings.events.channel.ChannelEvent.ReactionRemoved;
import tidings.events.channel.MessageId;
import tidings.events.emoji.Emoji;

/** Decides about reactions. */
record Reacting(ChannelState state, MessageLookup lookup) {

    /** How many kinds of emoji one message takes. */
    static final int MAX_EMOJI = 50;

    Verdict react(ChannelCommand.AddReaction command, AccountId actor) {
        state.require(actor, Act.REACT);
        MessageId messageId = command.messageId();
        LoggedMessage message = lookup.requireThere(messageId);
        Optional<EventPosition> addition = lookup.additionOf(new Reaction(messageId, actor, command.emoji()), message);
        if (addition.isPresent()) {
            return Verdict.already(messageId, addition.get());
        }
        Set<String> kinds = lookup.emojiOf(messageId);
        if (Emoji.isCustom(command.emoji()) && !kinds.contains(command.emoji())) {
            throw new CommandRefusedException(RejectionCode.BAD_FRAME, "there is no emoji " + command.emoji());
        }
        if (kinds.size() >= MAX_EMOJI && !kinds.contains(command.emoji())) {
            throw new CommandRefusedException(
                    RejectionCode.CONFLICT, "a message takes " + MAX_EMOJI + " kinds of emoji");
        }
        return Verdict.about(messageId, new ReactionAdded(messageId, command.emoji()));
    }

    Verdict takeBack(ChannelCommand.RemoveReaction command, AccountId actor) {
        state.require(actor, Act.REACT);
        MessageId messageId = command.messageId();
        LoggedMessage message = lookup.requireThere(messageId);
        return lookup.additionOf(new Reaction(messageId, actor, command.emoji()), message)
                        .isPresent()
                ? Verdict.about(messageId, new ReactionRemoved(messageId, command.emoji()))
                : Verdict.already(messageId, state.head());
    }
}
