package tidings.command.eventstore;

/** What became of the events of one decision. */
public enum AppendResult {
    /** They are on disk. */
    DURABLE,
    /** Somebody else was first, or an earlier decision that this one was built upon failed: decide again. */
    CONFLICT,
    /** The store did not answer: they may be on disk, or get there later, or never. */
    UNAVAILABLE
}
