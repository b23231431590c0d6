package tidings.tools.verify;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Waits for whoever is behind the log, for as long as they come nearer. */
final class Patiently {

    private static final long STANDSTILL_NANOS = 30_000_000_000L;
    private static final long POLL_MILLIS = 500;

    private Patiently() {}

    /** Those that are behind at last: none, or those that have come no nearer for half a minute. */
    static Map<UUID, Long> awaitLevel(Supplier<Map<UUID, Long>> present) {
        Map<UUID, Long> behind = present.get();
        long lastProgress = System.nanoTime();
        while (!behind.isEmpty() && System.nanoTime() - lastProgress < STANDSTILL_NANOS && paused()) {
            Map<UUID, Long> now = present.get();
            lastProgress = now.equals(behind) ? lastProgress : System.nanoTime();
            behind = now;
        }
        return behind;
    }

    private static boolean paused() {
        try {
            Thread.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
