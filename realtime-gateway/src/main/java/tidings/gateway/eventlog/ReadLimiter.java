package tidings.gateway.eventlog;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tidings.gateway.health.Background;

/**
 * Admission to reads: so many reads at once, the others in the order of their coming. A storm of reconnecting
 * clients then waits here, where waiting is cheap, and its reads do not run into their deadlines. Thread-safe.
 */
public final class ReadLimiter {

    private final int maxRunning;
    private final int maxWaiting;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AtomicInteger wakeUps = new AtomicInteger();
    private int running;

    public ReadLimiter(int maxRunning, int maxWaiting) {
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
    }

    /** Starts the read when it is its turn; fails at once when too many wait already. */
    public <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> read) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        synchronized (this) {
            if (waiting.size() >= maxWaiting) {
                return CompletableFuture.failedFuture(new IllegalStateException("too many reads wait"));
            }
            waiting.add(() -> start(read, answer));
        }
        startDue();
        return answer;
    }

    private <T> void start(Supplier<CompletableFuture<T>> read, CompletableFuture<T> answer) {
        var unused = Background.start(read).whenComplete((value, failure) -> {
            synchronized (this) {
                running--;
            }
            startDue();
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else {
                answer.complete(value);
            }
        });
    }

    /** One thread at a time starts reads; a read that ends at once makes it go round again instead of deeper. */
    private void startDue() {
        if (wakeUps.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            for (Runnable read = next(); read != null; read = next()) {
                read.run();
            }
            seen = wakeUps.addAndGet(-seen);
        } while (seen != 0);
    }

    private synchronized @Nullable Runnable next() {
        if (running >= maxRunning || waiting.isEmpty()) {
            return null;
        }
        running++;
        return waiting.remove();
    }
}
