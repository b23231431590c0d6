package tidings.client;

import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Opens a client's connections, one after the other: it waits the longer the more often it failed since the last
 * welcome, and at least as long as it was told to. Thread-safe.
 */
final class Reconnector {

    /** Hears what becomes of one attempt, and of the connection that it led to. */
    interface Attempt extends Connection.Handler {

        void onOpen(Connection connection);

        /** There is no connection; another attempt follows. */
        void onRefused();
    }

    private final Connector connector;
    private final RetryPolicy retryPolicy;
    private final Timer timer;
    private final Supplier<? extends Attempt> attempts;
    private int failures;
    private boolean closed;

    Reconnector(Connector connector, RetryPolicy retryPolicy, Timer timer, Supplier<? extends Attempt> attempts) {
        this.connector = connector;
        this.retryPolicy = retryPolicy;
        this.timer = timer;
        this.attempts = attempts;
    }

    void connect() {
        Attempt attempt = attempts.get();
        var unused = connector.open(attempt).whenComplete((connection, refusal) -> {
            if (refusal == null) {
                attempt.onOpen(connection);
            } else {
                attempt.onRefused();
                connectAfter(delayMs(refusal));
            }
        });
    }

    /** After a failure. */
    void connectLater() {
        connectAfter(delayMs());
    }

    private void connectAfter(long delayMs) {
        timer.after(delayMs, () -> {
            if (!isClosed()) {
                connect();
            }
        });
    }

    private long delayMs(Throwable refusal) {
        Throwable reason = refusal instanceof CompletionException ? refusal.getCause() : refusal;
        return reason instanceof RetryLaterException later ? delayMs(later) : delayMs();
    }

    private long delayMs(RetryLaterException later) {
        return Math.max(RetryPolicy.spreadMs(later.delay().toMillis()), delayMs());
    }

    private synchronized long delayMs() {
        return retryPolicy.delayMs(failures++);
    }

    synchronized void onWelcome() {
        failures = 0;
    }

    /** No more attempts; one that is under way may still succeed. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
