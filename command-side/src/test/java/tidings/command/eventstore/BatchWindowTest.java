package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
@TestInstance(Lifecycle.PER_METHOD)
class BatchWindowTest {
    private static final Duration FAR_APART = Duration.ofHours(1);

    private final Queue<String> queue = new ConcurrentLinkedQueue<>();

    @Test
    void letsTheFirstTransactionBeginAtOnce() throws InterruptedException {
        new BatchWindow(queue, FAR_APART, 3).await();
        assertThat(queue).isEmpty();
    }

    @Test
    void doesNotHoldBackWhoeverComesAfterSomebodyAlone() throws InterruptedException {
        BatchWindow pace = new BatchWindow(queue, FAR_APART, 3);
        pace.begin(1);
        pace.await();
        assertThat(queue).isEmpty();
    }

    @Test
    void waitsForCompanyUntilThereIsEnough() throws Exception {
        BatchWindow pace = new BatchWindow(queue, FAR_APART, 3);
        pace.begin(2);
        CompletableFuture<Integer> begun = new CompletableFuture<>();
        Thread committer = Thread.ofVirtual().start(() -> begun.complete(sizeAfter(pace)));
        await().until(() -> committer.getState() == Thread.State.TIMED_WAITING);
        for (String append : new String[] {"first", "second"}) {
            queue.add(append);
            pace.queued();
            assertThat(begun).isNotDone();
        }
        queue.add("third");
        pace.queued();
        assertThat(begun.get()).isEqualTo(3);
    }

    @Test
    void beginsWhenItsTimeHasCome() throws InterruptedException {
        Duration apart = Duration.ofMillis(5);
        BatchWindow pace = new BatchWindow(queue, apart, 3);
        long before = System.nanoTime();
        pace.begin(2);
        pace.await();
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(apart.toNanos());
    }

    @Test
    void endsItsWaitWhenItIsInterrupted() {
        BatchWindow pace = new BatchWindow(queue, FAR_APART, 3);
        pace.begin(2);
        Thread.currentThread().interrupt();
        assertThatThrownBy(pace::await).isInstanceOf(InterruptedException.class);
    }

    private int sizeAfter(BatchWindow pace) {
        try {
            pace.await();
            return queue.size();
        } catch (InterruptedException e) {
            return -1;
        }
    }
}
