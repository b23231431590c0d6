package tidings.command.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.command.store.ScratchStore;

/**
 * Lets a second engine take messages for a while: a node whose code is still interpreted, and whose cores compile it, cannot
 * keep up with a thousand of them a second. Whatever goes wrong with it, the node opens; and it opens in time.
 */
public final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    /** For all that is not sending: setting up and closing. */
    private static final Duration GRACE = Duration.ofMillis(4_500);

    private static final Duration LONGEST_SET_UP = Duration.ofMillis(2_500);

    private final Duration lasts;
    private final Supplier<ScratchStore> stores;
    private final Stage.Parts parts;

    /** Nothing happens before {@link #run}. */
    Rehearsal(RehearsalProperties properties, Supplier<ScratchStore> stores, Stage.Parts parts) {
        this.lasts = properties.lasts();
        this.stores = stores;
        this.parts = parts;
    }

    /** Returns when it is over, or should be. */
    public void run() {
        if (!lasts.isPositive()) {
            return;
        }
        Thread thread = Thread.ofPlatform().daemon().name("rehearsal").start(this::play);
        try {
            if (!thread.join(lasts.plus(GRACE))) {
                LOG.warn("the rehearsal does not come to its end; the node opens without");
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void play() {
        long begin = System.nanoTime();
        try {
            long messages = messages(begin + LONGEST_SET_UP.toNanos());
            LOG.info(
                    "{} messages were rehearsed in {} ms",
                    messages,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("no rehearsal: {}", e.toString());
        }
    }

    /** @param sending when the sending should have begun */
    private long messages(long sending) throws InterruptedException {
        try (ScratchStore store = stores.get();
                Stage stage = Stage.over(store, parts);
                Caller caller = stage.caller()) {
            List<Room> rooms = stage.openRooms();
            long late = Math.max(0, System.nanoTime() - sending);
            return caller.send(rooms, lasts.minusNanos(late));
        }
    }
}
