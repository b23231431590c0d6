package tidings.query.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tidings.query.views.ViewTables;

/**
 * Calls the followers of a stream when it has moved: at once where this node projects it. Other nodes project other
 * partitions, and a replay changes everything, so twice a second one statement asks for the heads of all streams that are
 * followed here. A follower costs nothing while nothing moves.
 */
@Component
public final class StreamWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWatch.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final StreamHeadStore heads;
    private final Map<UUID, Set<Runnable>> followers = new ConcurrentHashMap<>();
    private final Map<UUID, Long> seen = new HashMap<>();
    private volatile boolean running;

    StreamWatch(StreamHeadStore heads) {
        this.heads = heads;
    }

    /** Ends a follower. */
    public interface Following extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Begins to follow: whatever is committed from now on is told, perhaps more than once, and perhaps although nothing
     * new can be seen.
     *
     * @param moved called on a thread of the projection: returns at once
     */
    public Following follow(UUID stream, Runnable moved) {
        followers.compute(stream, (ignored, present) -> {
            Set<Runnable> all = present == null ? new CopyOnWriteArraySet<>() : present;
            all.add(moved);
            return all;
        });
        return () -> followers.computeIfPresent(stream, (ignored, present) -> {
            present.remove(moved);
            return present.isEmpty() ? null : present;
        });
    }

    void moved(Iterable<UUID> streams) {
        if (!followers.isEmpty()) {
            streams.forEach(this::call);
        }
    }

    private void call(UUID stream) {
        followers.getOrDefault(stream, Set.of()).forEach(Runnable::run);
    }

    /** Tells of streams whose head is not where it was the last time. */
    void look() {
        Set<UUID> followed = Set.copyOf(followers.keySet());
        seen.keySet().retainAll(followed);
        if (!followed.isEmpty()) {
            heads.of(ViewTables.LIVE, followed).forEach((stream, head) -> {
                if (!head.equals(seen.put(stream, head))) {
                    call(stream);
                }
            });
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("stream-watch").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                Thread.sleep(LOOK_AGAIN);
                look();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.debug("it cannot be told now which streams have moved; the watch tries again", e);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
