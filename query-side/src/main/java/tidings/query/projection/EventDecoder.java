package tidings.query.projection;

import tidings.events.log.LogEvent;

import tidings.events.log.LogRecord;

import tidings.events.log.Origin;

import tidings.events.log.UnreadableRecord;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.events.EventCatalogue;
import tidings.events.EventType;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.upcasting.UpcasterChain;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads an event's JSON of any revision into today's record. */
@Component
public final class EventDecoder {

    private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();
    private final UpcasterChain upcasters = UpcasterChain.CURRENT;

    /** An event's place in the log, as its carrier states it. */
    public record Envelope(
            Origin origin,
            UUID streamId,
            long seq,
            Instant at,
            @Nullable AccountId actorId,
            EventType type) {}

    /** Never fails: what cannot be read comes back as {@link UnreadableRecord}. */
    public LogRecord decode(Envelope envelope, byte[] data) {
        try {
            return upcasters.reads(envelope.type()) ? raised(envelope, data) : asItIs(envelope, data);
        } catch (JacksonException | IllegalArgumentException e) {
            return unreadable(envelope, data, e.getClass().getSimpleName() + " in " + envelope.type());
        }
    }

    private LogRecord asItIs(Envelope envelope, byte[] data) {
        return record(envelope, envelope.type(), data, new String(data, StandardCharsets.UTF_8));
    }

    private LogRecord raised(Envelope envelope, byte[] data) {
        UpcasterChain.Typed current =
                upcasters.upcast(new UpcasterChain.Typed(envelope.type(), json.readValue(data, JSON_OBJECT)));
        String text = json.writeValueAsString(current.data());
        return record(envelope, current.type(), text.getBytes(StandardCharsets.UTF_8), text);
    }

    private LogRecord record(Envelope envelope, EventType type, byte[] data, String text) {
        Optional<Class<?>> known = EventCatalogue.recordNamed(type.name());
        if (known.isEmpty() || !EventCatalogue.typeOf(known.get()).equals(Optional.of(type))) {
            return unreadable(envelope, data, "no such event in this build: " + type);
        }
        Object event = json.readValue(data, known.get());
        if (event == null) {
            return unreadable(envelope, data, "an event of nothing");
        }
        return new LogEvent(
                envelope.origin(),
                new RecordedEvent<>(envelope.streamId(), envelope.seq(), envelope.at(), envelope.actorId(), event),
                type,
                text);
    }

    private static UnreadableRecord unreadable(Envelope envelope, byte[] data, String reason) {
        return new UnreadableRecord(
                envelope.origin(),
                envelope.streamId(),
                envelope.seq(),
                envelope.type().name(),
                reason,
                data);
    }
}
