package tidings.events.log;

import tidings.events.EventType;
import tidings.events.RecordedEvent;

/**
 * An event read from the log, in today's shape.
 *
 * @param type in today's revision
 * @param json its JSON in today's revision, as it came where nothing had to be raised
 */
public record LogEvent(Origin origin, RecordedEvent<?> recorded, EventType type, String json) implements LogRecord {}
