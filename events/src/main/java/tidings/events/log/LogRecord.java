package tidings.events.log;

/** What the log gave: an event, or something that cannot be read as one. */
public sealed interface LogRecord permits LogEvent, UnreadableRecord {

    Origin origin();
}
