package tidings.command.eventstore;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
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

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    DeletedTexts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The same events in the same order. One query for all of them; none where nothing has a text. */
    List<LoggedEvent> mask(List<LoggedEvent> events) {
        Map<LoggedEvent, ByteBuffer> deletionKeys = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            if (WITH_TEXT.contains(event.type())) {
                messageOf(event).ifPresent(id -> deletionKeys.put(event, ByteBuffer.wrap(IdempotencyKeys.deleted(id))));
            }
        }
        Set<ByteBuffer> deleted = recorded(Set.copyOf(deletionKeys.values()));
        return deleted.isEmpty()
                ? events
                : events.stream()
                        .map(event -> deleted.contains(deletionKeys.get(event)) ? masked(event) : event)
                        .toList();
    }

    private Set<ByteBuffer> recorded(Set<ByteBuffer> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.query(
                "SELECT idempotency_key FROM domain_event_entry WHERE idempotency_key IN ("
                        + String.join(",", Collections.nCopies(keys.size(), "?")) + ")",
                (row, n) -> ByteBuffer.wrap(row.getBytes(1)),
                keys.stream().map(ByteBuffer::array).toArray()));
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
