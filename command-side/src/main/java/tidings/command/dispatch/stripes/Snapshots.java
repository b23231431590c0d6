package tidings.command.dispatch.stripes;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tidings.command.eventstore.SnapshotType;
import tidings.command.eventstore.SnapshotWriter;

/**
 * When the snapshots of an aggregate are taken: each time its sequence number passes a multiple of an interval, which
 * grows with the aggregate, so that writing the snapshots of a large one costs no more per event than those of a small one
 * (ADR-0009). They are taken of the aggregate as it stands, and written once its events are durable (ADR-0009).
 *
 * @param taking takes them; null where none are to be taken
 * @param every the interval of a small aggregate, in events
 */
public record Snapshots(@Nullable Taking taking, int every) {

    /** For aggregates that stay short. */
    public static final Snapshots NONE = new Snapshots(null, Integer.MAX_VALUE);

    private static final int SMALL = 2_000;

    public Snapshots {
        if (every < 1) {
            throw new IllegalArgumentException("a snapshot every " + every + " events");
        }
    }

    /** Has the snapshots of a type taken and written. */
    public static Snapshots of(SnapshotWriter writer, SnapshotType<?, ?> type, int every) {
        return new Snapshots((aggregate, id, seq) -> writer.take(type, aggregate, id, seq), every);
    }

    /** Takes a snapshot on the thread that decides, where the aggregate stands still. */
    public interface Taking {

        /** Copies the state after the event of this sequence number; what it answers writes the copy, without waiting. */
        Runnable take(Object aggregate, String id, long seq);
    }

    /** The interval for an aggregate of this weight. */
    long interval(int weight) {
        return (long) every * (1 + weight / SMALL);
    }

    /**
     * An aggregate has grown.
     *
     * @param before the sequence number of its last event before; -1 before its first
     * @param now the sequence number of its last event
     * @param onceDurable is given what to do when that event is durable
     */
    void grown(Object aggregate, String id, long before, long now, int weight, Consumer<Runnable> onceDurable) {
        long interval = interval(weight);
        if (taking != null && (now + 1) / interval > (before + 1) / interval) {
            onceDurable.accept(taking.take(aggregate, id, now));
        }
    }
}
