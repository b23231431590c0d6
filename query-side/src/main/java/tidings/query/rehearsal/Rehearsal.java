package tidings.query.rehearsal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Rehearses before the node listens or follows the log: a fresh JVM is slow until its compilers have seen the hot path.
 * The node starts in time even when its rehearsal fails or hangs.
 */
@Component
final class Rehearsal implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    /** How long the node waits for one that does not end by itself, as when the database hangs. */
    static final Duration GRACE = Duration.ofSeconds(4);

    private final Duration lasts;
    private final Play play;
    private volatile boolean running;

    Rehearsal(RehearsalProperties properties, Play play) {
        this.lasts = properties.lasts();
        this.play = play;
    }

    @Override
    public void start() {
        running = true;
        if (lasts.isPositive()) {
            rehearse();
        }
    }

    private void rehearse() {
        long begin = System.nanoTime();
        FutureTask<Integer> rehearsed = new FutureTask<>(() -> play.until(begin + lasts.toNanos()));
        Thread.ofPlatform().daemon().name("rehearsal").start(rehearsed);
        try {
            int events = rehearsed.get(lasts.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("rehearsed {} events in {} ms", events, (System.nanoTime() - begin) / 1_000_000);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("starts without a full rehearsal: {}", inOneLine(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            rehearsed.cancel(true);
        }
    }

    private static String inOneLine(Exception e) {
        return NestedExceptionUtils.getMostSpecificCause(e).toString().replaceAll("\\s+", " ");
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, and so before the event loop too. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
