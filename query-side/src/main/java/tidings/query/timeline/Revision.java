package tidings.query.timeline;

import java.time.Instant;

/**
 * An earlier body of a message.
 *
 * @param seq of the event that gave it
 * @param at when it was written
 */
public record Revision(long seq, String body, Instant at) {}
