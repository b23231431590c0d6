package tidings.command.store;

import java.util.List;
import tidings.command.dispatch.AppendResult;
import tidings.command.dispatch.Decision;
import tidings.command.dispatch.Lineage;

/** The events of one decision, waiting for the committer: all of them become durable, or none. */
record Append(List<EventRow> rows, Decision decision, Lineage lineage) {

    String streamId() {
        return rows.getFirst().streamId();
    }

    void settle(AppendResult result) {
        decision.settle(result);
    }
}
