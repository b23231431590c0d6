package tidings.command.readmarker;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.background.BackgroundTask;
import tidings.command.background.BackgroundTasks;
import tidings.command.background.BackgroundTasks.Importance;
import tidings.command.readmarker.ReadMarker.Key;

/**
 * Has written markers published, at least once. Those that are not wait here, one of each; those that a crash took from
 * here are found in the table at the next start, which is why it notes from time to time how far it has come.
 */
final class MarkerPublication implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MarkerPublication.class);
    private static final Duration EVERY = Duration.ofMillis(250);
    private static final Duration NOTE_EVERY = Duration.ofSeconds(5);
    private static final Duration LAST_ONE = Duration.ofSeconds(3);

    private final ReadMarkerStore store;
    private final ReadMarkerPublisher publisher;
    private final String node;
    private @Nullable BackgroundTask task;
    private final Map<Key, Long> waiting = new ConcurrentHashMap<>();

    // the thread's own
    private boolean recovered;
    private boolean unnoted;
    private long notedNanos = System.nanoTime();

    MarkerPublication(ReadMarkerStore store, ReadMarkerPublisher publisher, String node) {
        this.store = store;
        this.publisher = publisher;
        this.node = node;
    }

    void start(BackgroundTasks tasks) {
        task = tasks.every(EVERY, "read-marker-publication", Importance.DEFERRABLE, this::publish);
    }

    void add(Collection<ReadMarker> written) {
        written.forEach(marker -> waiting.merge(marker.key(), marker.seq(), Math::max));
    }

    private void publish() {
        try {
            if (!recovered) {
                store.readUnpublished(node, publisher::publish);
                recovered = true;
            }
            if (!waiting.isEmpty()) {
                publishWaiting();
            }
            boolean due = System.nanoTime() - notedNanos >= NOTE_EVERY.toNanos();
            if (unnoted && due && waiting.isEmpty()) {
                note();
            }
        } catch (RuntimeException e) {
            LOG.warn("read markers wait to be published: {}", e.toString());
        }
    }

    private void publishWaiting() {
        List<ReadMarker> taken = new ArrayList<>();
        waiting.forEach((key, seq) -> taken.add(new ReadMarker(key.accountId(), key.channelId(), seq)));
        publisher.publish(taken);
        taken.forEach(marker -> waiting.remove(marker.key(), marker.seq()));
        unnoted = true;
    }

    private void note() {
        LocalDateTime now = store.now();
        if (waiting.isEmpty()) {
            store.publishedUntil(node, now);
            notedNanos = System.nanoTime();
            unnoted = false;
        }
    }

    /** Publishes what is left. */
    @Override
    public void close() {
        if (task == null || task.stop(LAST_ONE)) {
            notedNanos -= NOTE_EVERY.toNanos();
            publish();
        }
    }
}
