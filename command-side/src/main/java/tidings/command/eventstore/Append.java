package tidings.command.eventstore;

import java.util.List;
import tidings.command.dispatch.stripes.Decision;
import tidings.command.dispatch.stripes.Lineage;

/** The events of one decision, waiting for the committer: all of them become durable, or none. */
record Append(List<EventRow> rows, Decision decision, Lineage lineage) {

    String streamId() {
        return rows.getFirst().streamId();
    }

    void settle(AppendResult result) {
        decision.settle(result);
    }
}
