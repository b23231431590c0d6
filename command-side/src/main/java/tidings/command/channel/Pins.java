package tidings.command.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tidings.events.channel.MessageId;

/** The messages that are kept in view. */
final class Pins {

    static final int MAX = 100;

    private final Map<MessageId, Mark> byMessage = new LinkedHashMap<>();

    void pin(MessageId messageId, Mark mark) {
        byMessage.put(messageId, mark);
    }

    void unpin(MessageId messageId) {
        byMessage.remove(messageId);
    }

    Optional<Mark> find(MessageId messageId) {
        return Optional.ofNullable(byMessage.get(messageId));
    }

    boolean isFull() {
        return byMessage.size() >= MAX;
    }

    int size() {
        return byMessage.size();
    }

    Map<MessageId, Mark> all() {
        return byMessage;
    }
}
