package tidings.command.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.Outcome.Rejected;
import tidings.command.dispatch.RejectionCode;

/** A number of callers, each of which sends, waits for the answer, and sends again; one that is told to wait, waits. */
final class Callers implements AutoCloseable {

    private static final int MOST_SAMPLES = 4_000_000;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("callers").factory());
    private final long[] nanos = new long[MOST_SAMPLES];

    /** Lets this many callers send for a while. */
    Answers run(int callers, Duration duration, Supplier<CompletableFuture<Outcome>> send) throws InterruptedException {
        Round round = new Round(callers, System.nanoTime() + duration.toNanos(), send);
        long begun = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            clock.execute(round::sendNext);
        }
        round.left.await();
        Throwable failure = round.failure;
        if (failure != null) {
            throw new IllegalStateException("a caller was not answered as it should be", failure);
        }
        Duration lasted = Duration.ofNanos(System.nanoTime() - begun);
        long[] sorted = Arrays.copyOf(nanos, Math.min(MOST_SAMPLES, round.accepted.get()));
        Arrays.sort(sorted);
        return new Answers(round.accepted.get(), round.busy.sum(), lasted, sorted);
    }

    @Override
    public void close() {
        clock.shutdown();
    }

    private final class Round {

        private final CountDownLatch left;
        private final long end;
        private final Supplier<CompletableFuture<Outcome>> send;
        private final AtomicInteger accepted = new AtomicInteger();
        private final LongAdder busy = new LongAdder();
        private volatile @Nullable Throwable failure;

        Round(int callers, long end, Supplier<CompletableFuture<Outcome>> send) {
            this.left = new CountDownLatch(callers);
            this.end = end;
            this.send = send;
        }

        void sendNext() {
            if (System.nanoTime() - end >= 0) {
                left.countDown();
                return;
            }
            attempt(System.nanoTime());
        }

        private void attempt(long begun) {
            send.get().whenComplete((outcome, failed) -> {
                if (failed == null) {
                    answered(begun, outcome);
                } else {
                    fail(failed);
                }
            });
        }

        private void fail(Throwable cause) {
            failure = cause;
            left.countDown();
        }

        private void answered(long begun, Outcome outcome) {
            switch (outcome) {
                case Accepted ignored -> {
                    int n = accepted.getAndIncrement();
                    if (n < MOST_SAMPLES) {
                        nanos[n] = System.nanoTime() - begun;
                    }
                    sendNext();
                }
                case Rejected rejected -> {
                    if (rejected.code() != RejectionCode.BUSY) {
                        fail(new IllegalStateException(rejected.toString()));
                        return;
                    }
                    busy.increment();
                    clock.schedule(() -> attempt(begun), rejected.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        }
    }
}
