package tidings.command.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidings.events.channel.MessageId;

/**
 * The latest reactions that came or went, in a bounded window. Whatever is under way on a node is always inside; what
 * fell out of it is asked of the {@link MessageLog}.
 */
final class RecentReactions {

    private final Map<Reaction, ReactionState> window = new LinkedHashMap<>();
    private long forgottenUpTo = -1;

    void reacted(Reaction reaction, ReactionState state) {
        window.remove(reaction);
        window.put(reaction, state);
        Map.Entry<Reaction, ReactionState> eldest = eldest();
        while (Window.isTooWide(window.size(), eldest.getValue().position(), state.position())) {
            forgotten(eldest.getValue().position().seq());
            window.remove(eldest.getKey());
            eldest = eldest();
        }
    }

    private Map.Entry<Reaction, ReactionState> eldest() {
        return window.entrySet().iterator().next();
    }

    /** Reactions up to this seq may have been forgotten. */
    void forgotten(long seq) {
        forgottenUpTo = Math.max(forgottenUpTo, seq);
    }

    Optional<ReactionState> find(Reaction reaction) {
        return Optional.ofNullable(window.get(reaction));
    }

    /** Whether every reaction to a message is inside the window: none was forgotten since it was written. */
    boolean knowsAllOf(LoggedMessage message) {
        return message.position().seq() > forgottenUpTo;
    }

    /** The kinds of emoji that recently came to a message, and are still there. */
    Set<String> emojiOf(MessageId messageId) {
        return window.entrySet().stream()
                .filter(entry ->
                        entry.getValue().there() && entry.getKey().messageId().equals(messageId))
                .map(entry -> entry.getKey().emoji())
                .collect(Collectors.toSet());
    }

    long forgottenUpTo() {
        return forgottenUpTo;
    }

    int size() {
        return window.size();
    }

    Map<Reaction, ReactionState> all() {
        return window;
    }
}
