package tidings.command.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tidings.events.channel.MessageId;

/** The messages that are kept in view. */
final class Pins {

    static final int MAX = 100;

    private final Map<MessageId, EventPosition> byMessage = new LinkedHashMap<>();

    void pin(MessageId messageId, EventPosition position) {
        byMessage.put(messageId, position);
    }

    void unpin(MessageId messageId) {
        byMessage.remove(messageId);
    }

    Optional<EventPosition> find(MessageId messageId) {
        return Optional.ofNullable(byMessage.get(messageId));
    }

    boolean isFull() {
        return byMessage.size() >= MAX;
    }

    int size() {
        return byMessage.size();
    }

    Map<MessageId, EventPosition> all() {
        return byMessage;
    }
}
