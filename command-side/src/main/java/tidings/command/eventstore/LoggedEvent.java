package tidings.command.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * An event as readers get it: in today's revision, its JSON unparsed.
 *
 * @param actorId null where nobody acted
 */
public record LoggedEvent(
        long seq, long atMillis, String type, @Nullable String actorId, byte[] data) {}
