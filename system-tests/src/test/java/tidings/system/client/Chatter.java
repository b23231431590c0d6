package tidings.system.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who keeps talking: the next message follows shortly after the answer to the one before, until stopped. */
public final class Chatter {

    /** Below the limit of sends per second and user. */
    private static final Executor PACE = CompletableFuture.delayedExecutor(70, MILLISECONDS);

    private final Device device;
    private final String channelId;
    private final AtomicInteger answered = new AtomicInteger();
    private final CompletableFuture<Integer> done = new CompletableFuture<>();
    private final AtomicLong longestWait = new AtomicLong();
    private volatile boolean stopping;

    private Chatter(Device device, String channelId) {
        this.device = device;
        this.channelId = channelId;
    }

    public static Chatter start(Device device, String channelId) {
        Chatter chatter = new Chatter(device, channelId);
        chatter.next();
        return chatter;
    }

    private void next() {
        if (stopping) {
            done.complete(answered.get());
            return;
        }
        device.send(
                        channelId,
                        "message " + answered.get() + " of " + device.account().username())
                .thenRun(answered::incrementAndGet)
                .thenRunAsync(this::next, PACE)
                .exceptionally(error -> {
                    done.completeExceptionally(error);
                    return null;
                });
    }

    /** How many of its messages were acknowledged so far. */
    public int answered() {
        return answered.get();
    }

    /** How long an answer took at most, attempts included: as long as sends failed. */
    public long longestWaitMs() {
        return NANOSECONDS.toMillis(longestWait.get());
    }

    /** Sends nothing new; completes with the number of acknowledged messages, once the last one was. */
    public CompletableFuture<Integer> stop() {
        stopping = true;
        return done;
    }
}
