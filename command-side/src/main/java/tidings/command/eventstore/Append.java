package tidings.command.eventstore;

import java.util.List;

/** The events of one decision, waiting for the committer: all of them become durable, or none. */
record Append(List<AppendedEvent> events, Appender appender, AppendChain chain) {

    String streamId() {
        return events.getFirst().streamId();
    }

    void settle(AppendResult result) {
        appender.settle(result);
    }
}
