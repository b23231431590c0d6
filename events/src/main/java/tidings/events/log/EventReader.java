package tidings.events.log;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.EventCatalogue;
import tidings.events.EventHeaders;
import tidings.events.EventType;
import tidings.events.Ids;
import tidings.events.RecordedEvent;
import tidings.events.upcasting.UpcasterChain;

/**
 * Reads events of any revision into today's records, whatever carries them. It never fails: what cannot be read comes
 * back as {@link UnreadableRecord}, with as much of its place as can be told.
 */
public final class EventReader {

    private final EventJson json;
    private final UpcasterChain upcasters = UpcasterChain.CURRENT;

    public EventReader(EventJson json) {
        this.json = json;
    }

    /** Reads a record of Kafka. */
    public LogRecord read(Origin origin, byte @Nullable [] key, RecordHeaders headers, byte @Nullable [] value) {
        byte[] data = value == null ? new byte[0] : value;
        UUID streamId = null;
        Long seq = null;
        String type = "?";
        try {
            String stream = key == null ? "" : new String(key, StandardCharsets.UTF_8);
            streamId = Ids.canonicalUuid(stream);
            seq = headers.number(EventHeaders.SEQ);
            type = headers.text(EventHeaders.TYPE);
            return decoded(origin, EventEnvelope.ofRecord(stream, headers), data);
        } catch (RuntimeException e) {
            String reason = "its headers cannot be read: " + e.getClass().getSimpleName();
            return new UnreadableRecord(origin, streamId, seq, type, reason, data);
        }
    }

    /** Reads a line of the command side's feed. */
    public LogRecord read(FeedLine line) {
        Map<String, Object> fields;
        try {
            fields = present(json.object(line.json().getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException damaged) {
            return unreadable(line, place(line), damaged);
        }
        try {
            byte[] data = json.bytes(EventEnvelope.field(fields, "data"));
            return decoded(Origin.ofFeed(line.index()), EventEnvelope.ofLine(fields), data);
        } catch (RuntimeException e) {
            return unreadable(line, fields, e);
        }
    }

    /** What a damaged line says of its place before the damage begins. */
    private static Map<String, Object> place(FeedLine line) {
        FeedEvent event = FeedEvent.of(line.json());
        return event.isWhole()
                ? Map.of("streamId", event.streamId(), "seq", event.seq(), "type", event.type())
                : Map.of();
    }

    /** Reads the data of an event that are in their present revision; throws when they are none of that type. */
    public Object current(String type, byte[] data) {
        Class<?> known =
                EventCatalogue.recordNamed(type).orElseThrow(() -> new IllegalArgumentException("no such event type"));
        return present(json.record(data, known));
    }

    private LogRecord decoded(Origin origin, EventEnvelope envelope, byte[] data) {
        try {
            return upcasters.reads(envelope.type())
                    ? raised(origin, envelope, data)
                    : event(origin, envelope, envelope.type(), data, new String(data, StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            return unreadable(origin, envelope, data, e.getClass().getSimpleName() + " in " + envelope.type());
        }
    }

    private LogRecord raised(Origin origin, EventEnvelope envelope, byte[] data) {
        UpcasterChain.Typed current =
                upcasters.upcast(new UpcasterChain.Typed(envelope.type(), present(json.object(data))));
        byte[] bytes = json.bytes(current.data());
        return event(origin, envelope, current.type(), bytes, new String(bytes, StandardCharsets.UTF_8));
    }

    private LogRecord event(Origin origin, EventEnvelope envelope, EventType type, byte[] data, String text) {
        Optional<Class<?>> known = EventCatalogue.recordNamed(type.name());
        if (known.isEmpty() || !EventCatalogue.typeOf(known.get()).equals(Optional.of(type))) {
            return unreadable(origin, envelope, data, "no such event type in this build: " + type);
        }
        Object event = present(json.record(data, known.get()));
        return new LogEvent(
                origin,
                new RecordedEvent<>(envelope.streamId(), envelope.seq(), envelope.at(), envelope.actorId(), event),
                type,
                text);
    }

    private static UnreadableRecord unreadable(Origin origin, EventEnvelope envelope, byte[] data, String reason) {
        return new UnreadableRecord(
                origin, envelope.streamId(), envelope.seq(), envelope.type().name(), reason, data);
    }

    private static UnreadableRecord unreadable(FeedLine line, Map<String, Object> fields, RuntimeException why) {
        return new UnreadableRecord(
                Origin.ofFeed(line.index()),
                uuid(fields.get("streamId")),
                fields.get("seq") instanceof Number number ? number.longValue() : null,
                fields.get("type") instanceof String name ? name : "?",
                "the event store's line cannot be read: " + why.getClass().getSimpleName(),
                line.json().getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T present(@Nullable T read) {
        if (read == null) {
            throw new IllegalArgumentException("null is no event");
        }
        return read;
    }

    private static @Nullable UUID uuid(@Nullable Object text) {
        try {
            return text instanceof String id ? Ids.canonicalUuid(id) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
