package tidings.system.stage;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sits in a command node's connections to MySQL and springs once, at the very moment of an append's commit: its rows are
 * inserted, its transaction is open. The connection stands still from then on until it is released.
 */
public final class CommitTrap {

    private static final long LONGEST_HOLD_SECONDS = 180;

    /** When it springs. */
    public enum Moment {
        /** The node has sent COMMIT, and MySQL has not seen it. */
        BEFORE_COMMIT,
        /** MySQL has committed, and the node has not heard of it. */
        AFTER_COMMIT
    }

    private record Armed(
            Moment moment, Runnable action, CompletableFuture<Void> sprung, CompletableFuture<Void> released) {}

    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();
    private volatile CompletableFuture<Void> hold = CompletableFuture.completedFuture(null);

    /** Springs at the next append; the future completes when the action has been carried out. */
    public CompletableFuture<Void> arm(Moment moment, Runnable action) {
        Armed trap = new Armed(moment, action, new CompletableFuture<>(), new CompletableFuture<>());
        hold = trap.released();
        armed.set(trap);
        return trap.sprung();
    }

    /** Lets the connection go on. */
    public void release() {
        hold.complete(null);
    }

    LinkWatch watch() {
        return new Connection();
    }

    private final class Connection implements LinkWatch {

        private volatile boolean appending;
        private volatile boolean committing;

        @Override
        public void request(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            appending = appending || text.contains("INSERT INTO domain_event_entry");
            if (appending && text.toUpperCase(Locale.ROOT).endsWith("COMMIT")) {
                appending = false;
                committing = true;
                springAt(Moment.BEFORE_COMMIT);
            }
        }

        @Override
        public void reply(byte[] bytes) {
            if (committing) {
                committing = false;
                springAt(Moment.AFTER_COMMIT);
            }
        }

        private void springAt(Moment moment) {
            Armed trap = armed.get();
            if (trap == null || trap.moment() != moment || !armed.compareAndSet(trap, null)) {
                return;
            }
            trap.action().run();
            trap.sprung().complete(null);
            trap.released()
                    .completeOnTimeout(null, LONGEST_HOLD_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }
}
