package tidings.query.search;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tidings.query.text.TextAnalysis;

/**
 * Rewrites the entries of older builds while the node serves. Until that has finished, searches say that something may
 * be missing. A part that fails is tried again.
 */
@Component
final class AnalysisUpgrade implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnalysisUpgrade.class);
    private static final long LONGEST_PAUSE_NANOS = 30_000_000_000L;
    private static final long FIRST_PAUSE_NANOS = 500_000_000L;

    private final AnalysisStore store;
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean running;
    private volatile boolean finished;
    private volatile @Nullable Thread thread;

    AnalysisUpgrade(AnalysisStore store) {
        this.store = store;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("analysis-upgrade").start(this::run);
    }

    private void run() {
        long pause = FIRST_PAUSE_NANOS;
        while (running && !finished) {
            try {
                finished = store.advance(TextAnalysis.VERSION);
                pause = FIRST_PAUSE_NANOS;
            } catch (RuntimeException | Error e) {
                LOG.warn(
                        "{} failures: search entries could not be analysed again, will be tried again",
                        failures.incrementAndGet(),
                        e);
                LockSupport.parkNanos(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
            }
        }
    }

    /** Whether every entry has the tokens of this build. */
    boolean finished() {
        return finished;
    }

    @Override
    public void stop() {
        running = false;
        Thread upgrade = thread;
        if (upgrade != null) {
            LockSupport.unpark(upgrade);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
