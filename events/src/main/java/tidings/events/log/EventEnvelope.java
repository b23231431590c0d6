package tidings.events.log;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.EventHeaders;
import tidings.events.EventType;
import tidings.events.Ids;
import tidings.events.account.AccountId;

/** What an event's carrier states of it: its place in its stream, when, by whom, and of which type its data are. */
public record EventEnvelope(
        UUID streamId, long seq, Instant at, @Nullable AccountId actorId, EventType type) {

    private static final int FIRST_REVISION = 1;

    /**
     * Reads the key and the headers of a Kafka record.
     *
     * @throws RuntimeException when they are not those of an event
     */
    public static EventEnvelope ofRecord(String key, RecordHeaders headers) {
        String actor = headers.optionalText(EventHeaders.ACTOR_ID);
        // the revision header may be absent or null: such events are of the first
        String revision = headers.optionalText(EventHeaders.REVISION);
        return new EventEnvelope(
                Ids.canonicalUuid(key),
                headers.number(EventHeaders.SEQ),
                Instant.ofEpochMilli(headers.number(EventHeaders.TIMESTAMP)),
                actor == null ? null : AccountId.parse(actor),
                new EventType(
                        headers.text(EventHeaders.TYPE),
                        revision == null ? FIRST_REVISION : Integer.parseInt(revision)));
    }

    /**
     * Reads the fields of a line of the feed.
     *
     * @throws RuntimeException when they are not those of an event
     */
    static EventEnvelope ofLine(Map<String, Object> line) {
        Object actor = line.get("actorId");
        return new EventEnvelope(
                Ids.canonicalUuid((String) field(line, "streamId")),
                ((Number) field(line, "seq")).longValue(),
                Instant.parse((String) field(line, "at")),
                actor == null ? null : AccountId.parse((String) actor),
                new EventType((String) field(line, "type"), ((Number) field(line, "revision")).intValue()));
    }

    static Object field(Map<String, Object> line, String name) {
        Object value = line.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
