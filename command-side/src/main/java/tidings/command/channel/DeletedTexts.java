package tidings.command.channel;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tidings.command.eventstore.LoggedEvent;
import tidings.events.channel.MessageId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Masks the text of deleted messages in events that are read by people: type, seq, actor, time and the ids stay, the body is
 * null, and {@code "erased": true} says why.
 */
final class DeletedTexts {

    private static final Set<String> WITH_TEXT = Set.of("MessagePosted", "MessageImported", "MessageEdited");
    private static final String MESSAGE_ID = "messageId";

    private final UnaryOperator<Set<MessageId>> deletedAmong;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param deletedAmong answers which of these messages were deleted */
    DeletedTexts(UnaryOperator<Set<MessageId>> deletedAmong) {
        this.deletedAmong = deletedAmong;
    }

    /** The same events in the same order. One question for all of them; none where nothing has a text. */
    List<LoggedEvent> mask(List<LoggedEvent> events) {
        Map<LoggedEvent, MessageId> messages = new IdentityHashMap<>();
        for (LoggedEvent event : events) {
            if (WITH_TEXT.contains(event.type())) {
                messageOf(event).ifPresent(id -> messages.put(event, id));
            }
        }
        Set<MessageId> deleted = messages.isEmpty() ? Set.of() : deletedAmong.apply(Set.copyOf(messages.values()));
        return deleted.isEmpty()
                ? events
                : events.stream()
                        .map(event -> isDeleted(messages.get(event), deleted) ? masked(event) : event)
                        .toList();
    }

    private static boolean isDeleted(@Nullable MessageId message, Set<MessageId> deleted) {
        return message != null && deleted.contains(message);
    }

    private Optional<MessageId> messageOf(LoggedEvent event) {
        try (JsonParser parser = json.createParser(event.data())) {
            parser.nextToken();
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                JsonToken value = parser.nextToken();
                if (field.equals(MESSAGE_ID) && value == JsonToken.VALUE_STRING) {
                    return Optional.of(MessageId.parse(Objects.requireNonNull(parser.getString())));
                }
                parser.skipChildren();
            }
            return Optional.empty();
        }
    }

    private LoggedEvent masked(LoggedEvent event) {
        ObjectNode data = (ObjectNode) json.readTree(event.data());
        data.remove(List.of("mentions", "forwardedFrom"));
        data.putNull("body");
        data.put("erased", true);
        return new LoggedEvent(
                event.seq(), event.atMillis(), event.type(), event.actorId(), json.writeValueAsBytes(data));
    }
}
