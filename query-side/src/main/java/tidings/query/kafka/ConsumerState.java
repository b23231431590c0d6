package tidings.query.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the health of this node says about its consuming. */
@Component
public final class ConsumerState {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** A loop that has failed for so long without a turn between: a new process may get on. */
    private static final Duration HOPELESS_AFTER = Duration.ofSeconds(60);

    /** What the loop as a whole is called among what is stuck. */
    static final String LOOP = "event loop";

    private final AtomicLong failures = new AtomicLong();
    private final Clock clock;
    private final LogProperties properties;
    private final Map<String, String> stuck = new ConcurrentHashMap<>();
    private final AtomicLong lag = new AtomicLong();
    private volatile boolean assigned;
    private volatile Instant lastTurn;
    private volatile @Nullable Instant failingSince;
    private final AtomicReference<Runnable> whenHopeless = new AtomicReference<>(() -> {});

    ConsumerState(Clock clock, LogProperties properties) {
        this.clock = clock;
        this.properties = properties;
        this.lastTurn = clock.instant();
    }

    /** Has been given its share of the partitions, and follows all of it. */
    public boolean ready() {
        return assigned && turning() && stuck.isEmpty() && lag.get() <= properties.readyLag();
    }

    /** The loop is alive: a loop that has ended or hangs is beyond its own help. */
    public boolean turning() {
        return lastTurn.isAfter(clock.instant().minus(SILENCE));
    }

    /** Partitions that cannot go on, with the reason. */
    public Map<String, String> stuck() {
        return Map.copyOf(stuck);
    }

    public boolean assigned() {
        return assigned;
    }

    /** Records that are in the log and not yet in the views, in this node's partitions. */
    public long lag() {
        return lag.get();
    }

    /** How often the loop has ended by something unexpected and begun again. */
    public long failures() {
        return failures.get();
    }

    /** The loop has ended; answers how often that has happened. */
    long failed(Throwable failure) {
        stuck(LOOP, failure.toString());
        if (!(failure instanceof KafkaException)) {
            noteUnexpected();
        }
        return failures.incrementAndGet();
    }

    /** What ends the process, once, so that its supervisor starts it anew; without it a hopeless node is merely not ready. */
    public void whenHopeless(Runnable end) {
        whenHopeless.set(end);
    }

    /** An outage of Kafka is nothing that a new process would end. */
    private void noteUnexpected() {
        Instant now = clock.instant();
        Instant since = failingSince;
        if (since == null) {
            failingSince = now;
        } else if (since.isBefore(now.minus(HOPELESS_AFTER))) {
            whenHopeless.getAndSet(() -> {}).run();
        }
    }

    void turned(long presentLag) {
        failingSince = null;
        lag.set(presentLag);
        lastTurn = clock.instant();
    }

    void assigned(boolean now) {
        assigned = now;
    }

    void stuck(String partition, String reason) {
        stuck.put(partition, reason);
    }

    void goesOn(String partition) {
        stuck.remove(partition);
    }
}
