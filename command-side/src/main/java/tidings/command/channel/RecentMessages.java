package tidings.command.channel;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/**
 * What a channel remembers of its latest messages: bounded windows, so that a channel's size does not grow with its
 * age. Whatever is under way on a node is always inside (ADR 0023); everything older is asked of the {@link MessageLog}.
 */
final class RecentMessages {

    /** More than the commands that one node ever has under way. */
    static final int WINDOW = 512;

    static final int MAX_EMOJI = 50;

    /** A message with the key it was sent under, the emoji that were ever put to it, and where it was deleted. */
    record Recent(
            LoggedMessage message,
            ClientMessageId clientMessageId,
            Set<String> emoji,
            @Nullable Mark deletion) {

        Recent deletedAt(Mark mark) {
            return new Recent(message, clientMessageId, emoji, mark);
        }
    }

    /** Somebody's reaction to a message. */
    record Reaction(MessageId messageId, AccountId accountId, String emoji) {}

    /** Whether a reaction is there, and the event that added or removed it. */
    record ReactionState(boolean there, Mark mark) {}

    private final Map<MessageId, Recent> byId = new LinkedHashMap<>();
    private final Map<MessageKey, MessageId> byKey = new LinkedHashMap<>();
    private final Map<MessageId, Mark> deletions = window();
    private final Map<Reaction, ReactionState> reactions = window();

    void wrote(LoggedMessage message, ClientMessageId clientMessageId) {
        restore(new Recent(message, clientMessageId, new HashSet<>(), null));
        if (byId.size() > WINDOW) {
            Recent eldest = byId.values().iterator().next();
            byId.remove(eldest.message().messageId());
            byKey.remove(new MessageKey(eldest.message().authorId(), eldest.clientMessageId()));
        }
    }

    void restore(Recent recent) {
        LoggedMessage message = recent.message();
        byId.put(message.messageId(), recent);
        byKey.put(new MessageKey(message.authorId(), recent.clientMessageId()), message.messageId());
    }

    void deleted(MessageId messageId, Mark mark) {
        deletions.put(messageId, mark);
        byId.computeIfPresent(messageId, (id, recent) -> recent.deletedAt(mark));
    }

    void reacted(Reaction reaction, ReactionState state) {
        reactions.put(reaction, state);
        Recent recent = byId.get(reaction.messageId());
        if (state.there() && recent != null) {
            recent.emoji().add(reaction.emoji());
        }
    }

    Optional<LoggedMessage> find(MessageId messageId) {
        return Optional.ofNullable(byId.get(messageId)).map(Recent::message);
    }

    Optional<LoggedMessage> find(MessageKey key) {
        return Optional.ofNullable(byKey.get(key)).flatMap(this::find);
    }

    Optional<Mark> deletionOf(MessageId messageId) {
        Recent recent = byId.get(messageId);
        return Optional.ofNullable(recent == null ? deletions.get(messageId) : recent.deletion());
    }

    @Nullable ReactionState reaction(Reaction reaction) {
        return reactions.get(reaction);
    }

    /** Whether one more kind of emoji fits; older messages than it remembers always have room. */
    boolean hasRoomFor(MessageId messageId, String emoji) {
        Recent recent = byId.get(messageId);
        return recent == null
                || recent.emoji().contains(emoji)
                || recent.emoji().size() < MAX_EMOJI;
    }

    int size() {
        return byId.size() + deletions.size() + reactions.size();
    }

    List<Recent> messages() {
        return List.copyOf(byId.values());
    }

    Map<MessageId, Mark> deletions() {
        return deletions;
    }

    Map<Reaction, ReactionState> reactions() {
        return reactions;
    }

    private static <K, V> Map<K, V> window() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > WINDOW;
            }
        };
    }
}
