package tidings.gateway.socket;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidings.gateway.frame.CloseCode;

/** The end of a gateway: clients leave at moments spread over a time, those that remain are closed with 4503. */
final class Drain {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final long POLL_MS = 50;
    private static final long CLOSE_GRACE_MS = 1_000;

    private final List<SocketLoop> loops;
    private final long drainMs;
    private final Runnable done;
    private final AtomicInteger busy;

    Drain(Collection<SocketLoop> loops, Duration drainFor, Runnable done) {
        this.loops = List.copyOf(loops);
        this.drainMs = Math.max(1, drainFor.toMillis());
        this.done = done;
        this.busy = new AtomicInteger(loops.size());
    }

    void begin() {
        LOG.info("draining for at most {} ms", drainMs);
        if (loops.isEmpty()) {
            done.run();
        }
        for (SocketLoop loop : loops) {
            loop.loop().execute(() -> {
                loop.sessions().announceDraining(drainMs);
                await(loop, drainMs, () -> {
                    loop.sessions().closeAll(CloseCode.DRAINING);
                    var unused = loop.loop().schedule(this::oneDone, CLOSE_GRACE_MS, TimeUnit.MILLISECONDS);
                });
            });
        }
    }

    private void await(SocketLoop loop, long leftMs, Runnable then) {
        if (loop.sessions().size() == 0) {
            oneDone();
        } else if (leftMs <= 0) {
            then.run();
        } else {
            var unused =
                    loop.loop().schedule(() -> await(loop, leftMs - POLL_MS, then), POLL_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void oneDone() {
        if (busy.decrementAndGet() == 0) {
            done.run();
        }
    }
}
