package tidings.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;

/**
 * An event in its place in the log.
 *
 * @param streamId the channel's or the account's id
 * @param seq its place in that stream: gap-free, from 0
 * @param at when it was recorded, UTC, in whole milliseconds
 * @param actorId who did it; null where nobody is signed in yet, as at a registration
 * @param event what happened
 */
public record RecordedEvent<E>(
        UUID streamId, long seq, Instant at, @Nullable AccountId actorId, E event) {

    public RecordedEvent {
        if (seq < 0) {
            throw new IllegalArgumentException("a seq counts from 0");
        }
    }
}
