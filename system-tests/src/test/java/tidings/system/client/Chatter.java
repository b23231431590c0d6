package tidings.system.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who keeps talking: the next message follows shortly after the answer to the one before, until stopped. */
public final class Chatter implements Talker {

    /** Below the limit of sends per second and user. */
    private static final Executor PACE = CompletableFuture.delayedExecutor(70, MILLISECONDS);

    private final Device device;
    private final String channelId;
    private final Answers answers;
    private final AtomicInteger answered = new AtomicInteger();
    private final CompletableFuture<Integer> done = new CompletableFuture<>();
    private volatile boolean stopping;

    private Chatter(Device device, String channelId, Answers answers) {
        this.device = device;
        this.channelId = channelId;
        this.answers = answers;
    }

    public static Chatter start(Device device, String channelId, Answers answers) {
        Chatter chatter = new Chatter(device, channelId, answers);
        chatter.next();
        return chatter;
    }

    private void next() {
        if (stopping) {
            done.complete(answered.get());
            return;
        }
        long made = System.nanoTime();
        device.send(
                        channelId,
                        "message " + answered.get() + " of " + device.account().username())
                .thenRun(() -> {
                    answers.answered(made, System.nanoTime());
                    answered.incrementAndGet();
                })
                .thenRunAsync(this::next, PACE)
                .exceptionally(error -> {
                    done.completeExceptionally(error);
                    return null;
                });
    }

    @Override
    public int answered() {
        return answered.get();
    }

    @Override
    public CompletableFuture<Integer> end() {
        return done;
    }

    @Override
    public CompletableFuture<Integer> stop() {
        stopping = true;
        return done;
    }
}
