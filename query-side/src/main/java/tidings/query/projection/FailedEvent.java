package tidings.query.projection;

import java.util.List;
import tidings.events.log.LogEvent;

/**
 * An event that was refused although everything was in order otherwise.
 *
 * @param later what follows it in its stream
 */
record FailedEvent(LogEvent event, RuntimeException refusal, List<LogEvent> later) {

    String name(String tables) {
        return tables + event.recorded().streamId() + "/" + event.recorded().seq();
    }
}
