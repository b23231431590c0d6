package tidings.command.channel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tidings.command.channel.RecentMessages.Recent;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.channel.ChannelId;
import tidings.events.channel.MessageId;

/** The messages of a channel: the recent ones from memory, all others from the log. */
record MessageLookup(ChannelId id, RecentMessages recent, RecentReactions reactions, MessageLog log) {

    LoggedMessage require(MessageId messageId) {
        return recent.find(messageId)
                .or(() -> log.find(id, messageId))
                .orElseThrow(
                        () -> new CommandRefusedException(RejectionCode.NOT_FOUND, "no such message in this channel"));
    }

    /** As {@link #require}, but a deleted message is a conflict. */
    LoggedMessage requireThere(MessageId messageId) {
        LoggedMessage message = require(messageId);
        if (deletionOf(message).isPresent()) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "the message was deleted");
        }
        return message;
    }

    Optional<EventPosition> deletionOf(LoggedMessage message) {
        Optional<EventPosition> deletion = recent.deletionOf(message.messageId());
        // the window of deletions reaches at least as far back as the window of messages
        boolean known = deletion.isPresent() || recent.find(message.messageId()).isPresent();
        return known ? deletion : log.deletionOf(message.messageId());
    }

    Optional<LoggedMessage> find(MessageKey key, boolean askTheLog) {
        Optional<LoggedMessage> found = recent.find(key);
        return found.isPresent() || !askTheLog
                ? found
                : Optional.ofNullable(log.findAll(id, List.of(key)).get(key));
    }

    /** What was said when a message was written; empty where nobody knows. */
    Optional<MessageContent> contentOf(LoggedMessage message) {
        return recent.recent(message.messageId())
                .flatMap(known -> Optional.ofNullable(known.content()))
                .or(() -> log.contentOf(message.messageId()));
    }

    /** The present body of a message; empty where nobody knows. */
    Optional<Wording> wordingOf(LoggedMessage message) {
        return recent.wordingOf(message.messageId()).or(() -> log.wordingOf(id, message.messageId()));
    }

    /**
     * The message that began the thread which an answer to this one belongs to: perhaps itself. A deleted message is
     * not answered; whatever else stands in its thread is.
     */
    MessageId threadOf(MessageId answered) {
        requireThere(answered);
        Optional<Recent> known = recent.recent(answered);
        Optional<MessageId> root =
                known.isPresent() ? Optional.ofNullable(known.get().threadRoot()) : log.threadRootOf(answered);
        return root.orElse(answered);
    }

    /** The event that put a reaction to a message; empty when it is not there. */
    Optional<EventPosition> additionOf(Reaction reaction, LoggedMessage message) {
        Optional<ReactionState> known = reactions.find(reaction);
        if (known.isPresent()) {
            return known.filter(ReactionState::there).map(ReactionState::position);
        }
        return reactions.knowsAllOf(message) ? Optional.empty() : log.additionOf(reaction);
    }

    /** The kinds of emoji at a message. */
    Set<String> emojiOf(MessageId messageId) {
        return recent.emojiOf(messageId).orElseGet(() -> {
            Set<String> emoji = new HashSet<>(log.emojiOf(messageId));
            emoji.addAll(reactions.emojiOf(messageId));
            return emoji;
        });
    }
}
