package tidings.command.dispatch;

import org.axonframework.eventsourcing.Snapshotter;
import org.jspecify.annotations.Nullable;

/**
 * When the snapshots of an aggregate are taken: each time its sequence number passes a multiple of an interval, which
 * grows with the aggregate, so that writing the snapshots of a large one costs no more per event than those of a small one
 * (ADR 0141).
 *
 * @param snapshotter takes them, elsewhere; null where none are to be taken
 * @param every the interval of a small aggregate, in events
 */
public record Snapshots(@Nullable Snapshotter snapshotter, int every) {

    /** For aggregates that stay short. */
    public static final Snapshots NONE = new Snapshots(null, Integer.MAX_VALUE);

    private static final int SMALL = 2_000;

    public Snapshots {
        if (every < 1) {
            throw new IllegalArgumentException("a snapshot every " + every + " events");
        }
    }

    /** The interval for an aggregate of this weight. */
    long interval(int weight) {
        return (long) every * (1 + weight / SMALL);
    }

    /** An aggregate has grown from one version to another; -1 before its first event. */
    void grown(Class<?> type, String id, long before, long now, int weight) {
        long interval = interval(weight);
        if (snapshotter != null && (now + 1) / interval > (before + 1) / interval) {
            snapshotter.scheduleSnapshot(type, id);
        }
    }
}
