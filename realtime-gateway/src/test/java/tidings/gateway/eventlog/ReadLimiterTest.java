package tidings.gateway.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadLimiterTest {

    private final ReadLimiter limiter = new ReadLimiter(2, 100_000);
    private final List<CompletableFuture<Integer>> started = new ArrayList<>();

    private CompletableFuture<Integer> read() {
        return limiter.run(() -> {
            CompletableFuture<Integer> read = new CompletableFuture<>();
            started.add(read);
            return read;
        });
    }

    @Test
    void runsSoManyAtOnceAndTheOthersInOrder() {
        List<CompletableFuture<Integer>> answers =
                IntStream.range(0, 5).mapToObj(i -> read()).toList();
        assertThat(started).hasSize(2);
        started.get(1).complete(1);
        assertThat(started).hasSize(3);
        assertThat(answers.get(1)).isCompletedWithValue(1);
        assertThat(answers.get(0)).isNotDone();
        started.get(0).completeExceptionally(new IllegalStateException("lost"));
        assertThat(answers.get(0)).isCompletedExceptionally();
        assertThat(started).hasSize(4);
    }

    @Test
    void goesOnAfterReadsThatThrow() {
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.run(() -> {
                        throw new IllegalStateException("injected");
                    }))
                    .isCompletedExceptionally();
        }
        read();
        assertThat(started).hasSize(1);
    }

    @Test
    void refusesWhenTooManyWait() {
        ReadLimiter small = new ReadLimiter(1, 1);
        var running = small.run(() -> new CompletableFuture<Integer>());
        var waiting = small.run(() -> new CompletableFuture<Integer>());
        assertThat(running).isNotDone();
        assertThat(waiting).isNotDone();
        assertThat(small.run(() -> new CompletableFuture<Integer>())).isCompletedExceptionally();
    }

    @Test
    void survivesAnyNumberOfReadsThatEndAtOnce() {
        CompletableFuture<Integer> blocker = new CompletableFuture<>();
        ReadLimiter one = new ReadLimiter(1, 100_000);
        var first = one.run(() -> blocker);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 50_000)
                .mapToObj(i -> one.run(() -> CompletableFuture.completedFuture(i)))
                .toList();
        blocker.complete(-1);
        assertThat(first).isCompletedWithValue(-1);
        assertThat(answers).allMatch(CompletableFuture::isDone);
    }
}
