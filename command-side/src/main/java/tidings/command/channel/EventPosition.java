package tidings.command.channel;

import java.time.Instant;

/** The place of an event in its channel, and when it was recorded. */
public record EventPosition(long seq, Instant at) {}
