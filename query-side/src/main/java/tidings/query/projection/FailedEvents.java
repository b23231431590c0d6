package tidings.query.projection;

import java.util.ArrayList;
import java.util.List;

/** of one transaction. */
final class FailedEvents {

    private final List<FailedEvent> events = new ArrayList<>();

    void add(FailedEvent event) {
        events.add(event);
    }

    List<FailedEvent> all() {
        return events;
    }
}
