package tidings.command.eventstore;

import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import tidings.events.EventHeaders;

/**
 * An event that is appended, serialised on the thread that decided.
 *
 * @param message itself, for what else its transaction writes, and for the readers of the log
 * @param keys by which it is found, and a second one refused
 */
public record AppendedEvent(
        DomainEventMessage<?> message, SerializedObject<byte[]> payload, byte[] metaData, EventKeys keys) {

    static AppendedEvent of(DomainEventMessage<?> message, Serializer serializer, EventKeyFactory keys) {
        return new AppendedEvent(
                message,
                message.serializePayload(serializer, byte[].class),
                message.serializeMetaData(serializer, byte[].class).getData(),
                keys.keysOf(message));
    }

    public Object event() {
        return message.getPayload();
    }

    public String streamId() {
        return message.getAggregateIdentifier();
    }

    public long seq() {
        return message.getSequenceNumber();
    }

    public long atMillis() {
        return message.getTimestamp().toEpochMilli();
    }

    /** Who acted, where somebody did. */
    public String actorId() {
        return (String)
                Objects.requireNonNull(message.getMetaData().get(EventHeaders.ACTOR_ID_METADATA), "nobody acted");
    }
}
