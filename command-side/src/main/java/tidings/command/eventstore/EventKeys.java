package tidings.command.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * Keys of an event beside its stream and sequence number, each unique in the whole log.
 *
 * @param messageId finds the event; 16 bytes
 * @param idempotencyKey of what must not happen twice; 16 bytes
 */
public record EventKeys(byte @Nullable [] messageId, byte @Nullable [] idempotencyKey) {

    /** Most events are found by their stream alone. */
    public static final EventKeys NONE = new EventKeys(null, null);
}
