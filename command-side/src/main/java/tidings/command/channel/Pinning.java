package tidings.command.channel;

import java.util.Optional;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent.MessagePinned;
import tidings.events.channel.ChannelEvent.MessageUnpinned;
import tidings.events.channel.MessageId;

/** Decides about what is kept in view. */
record Pinning(ChannelState state, MessageLookup lookup) {

    Verdict pin(MessageId messageId, AccountId actor) {
        state.require(actor, Act.PIN);
        lookup.requireThere(messageId);
        Optional<EventPosition> pinned = state.pins.find(messageId);
        if (pinned.isPresent()) {
            return Verdict.already(messageId, pinned.get());
        }
        if (state.pins.isFull()) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "a channel has " + Pins.MAX + " pinned messages");
        }
        return Verdict.about(messageId, new MessagePinned(messageId));
    }

    Verdict unpin(MessageId messageId, AccountId actor) {
        state.require(actor, Act.PIN);
        lookup.require(messageId);
        return state.pins.find(messageId).isPresent()
                ? Verdict.about(messageId, new MessageUnpinned(messageId))
                : Verdict.already(messageId, state.head());
    }
}
