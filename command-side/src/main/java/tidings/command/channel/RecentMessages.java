package tidings.command.channel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;

/**
 * What a channel remembers of its latest messages: bounded windows, so that a channel's size does not grow with its
 * age. Whatever is under way on a node is always inside (ADR-0009); everything older is asked of the {@link MessageLog}.
 */
final class RecentMessages {

    /**
     * A message with the key it was sent under.
     *
     * @param emoji how many people reacted with each kind
     * @param threadRoot null where it answers nothing
     * @param content what was said when it was written; null where only the log knows
     * @param wording its present body; null where only the log knows
     * @param deletion null while it is there
     */
    record Recent(
            LoggedMessage message,
            ClientMessageId clientMessageId,
            Map<String, Integer> emoji,
            @Nullable MessageId threadRoot,
            @Nullable MessageContent content,
            @Nullable Wording wording,
            @Nullable EventPosition deletion) {

        Recent deletedAt(EventPosition position) {
            return new Recent(message, clientMessageId, emoji, threadRoot, content, wording, position);
        }

        Recent withWording(Wording edited) {
            return new Recent(message, clientMessageId, emoji, threadRoot, content, edited, deletion);
        }
    }

    private final Map<MessageId, Recent> byId = new LinkedHashMap<>();
    private final Map<MessageKey, MessageId> byKey = new LinkedHashMap<>();
    private final Map<MessageId, EventPosition> deletions = window();
    private final Map<MessageId, Wording> edits = window();

    void wrote(
            LoggedMessage message,
            ClientMessageId clientMessageId,
            @Nullable MessageId threadRoot,
            @Nullable MessageContent content,
            ContentDigest body) {
        Wording wording = new Wording(body, message.position());
        restore(new Recent(message, clientMessageId, new HashMap<>(), threadRoot, content, wording, null));
        Recent eldest = eldest();
        while (Window.isTooWide(byId.size(), eldest.message().position(), message.position())) {
            byId.remove(eldest.message().messageId());
            byKey.remove(new MessageKey(eldest.message().authorId(), eldest.clientMessageId()));
            eldest = eldest();
        }
    }

    private Recent eldest() {
        return byId.values().iterator().next();
    }

    void restore(Recent recent) {
        LoggedMessage message = recent.message();
        byId.put(message.messageId(), recent);
        byKey.put(new MessageKey(message.authorId(), recent.clientMessageId()), message.messageId());
    }

    void edited(MessageId messageId, String body, EventPosition position) {
        Wording wording = new Wording(ContentDigest.ofBody(body), position);
        edits.put(messageId, wording);
        byId.computeIfPresent(messageId, (id, recent) -> recent.withWording(wording));
    }

    /** The present body of a message; empty where only the log knows. */
    Optional<Wording> wordingOf(MessageId messageId) {
        Recent recent = byId.get(messageId);
        return Optional.ofNullable(
                recent == null || recent.wording() == null ? edits.get(messageId) : recent.wording());
    }

    void deleted(MessageId messageId, EventPosition position) {
        deletions.put(messageId, position);
        byId.computeIfPresent(messageId, (id, recent) -> recent.deletedAt(position));
    }

    /** One reaction more, or one fewer. */
    void reacted(MessageId messageId, String emoji, int change) {
        Recent recent = byId.get(messageId);
        if (recent != null) {
            recent.emoji().merge(emoji, change, (had, more) -> had + more);
            recent.emoji().values().removeIf(count -> count <= 0);
        }
    }

    Optional<LoggedMessage> find(MessageId messageId) {
        return recent(messageId).map(Recent::message);
    }

    Optional<LoggedMessage> find(MessageKey key) {
        return Optional.ofNullable(byKey.get(key)).flatMap(this::find);
    }

    Optional<Recent> recent(MessageId messageId) {
        return Optional.ofNullable(byId.get(messageId));
    }

    Optional<EventPosition> deletionOf(MessageId messageId) {
        Recent recent = byId.get(messageId);
        return Optional.ofNullable(recent == null ? deletions.get(messageId) : recent.deletion());
    }

    /** The kinds of emoji at a message; empty when it does not remember the message. */
    Optional<Set<String>> emojiOf(MessageId messageId) {
        return recent(messageId).map(recent -> recent.emoji().keySet());
    }

    int size() {
        return byId.size() + (deletions.size() + edits.size()) / 4;
    }

    List<Recent> messages() {
        return List.copyOf(byId.values());
    }

    Map<MessageId, EventPosition> deletions() {
        return deletions;
    }

    private static <K, V> Map<K, V> window() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > Window.MOST;
            }
        };
    }
}
